/**
 * Why a request must not be answered because of where it comes from; null when it may be.
 *
 * @param takesOriginless whether pages without an origin may request this: a web app's own page has none.
 */
export function refusalOfSender(
  headers: Readonly<Record<string, string | undefined>>,
  port: number,
  takesOriginless = false,
): string | null {
  const { host, origin } = headers;
  if (host === undefined || !isOwn(host, port))
    return `This Workspace answers on this machine only, under localhost:${port}. The Host header says ${host ?? 'nothing'}.`;
  if (takesOriginless && origin === 'null') return null;
  if (origin !== undefined && !isOwnOrigin(origin, port))
    return `Pages of another origin may not call this Workspace. The Origin header says ${origin}.`;
  return null;
}

const isOwn = (host: string, port: number): boolean =>
  ['localhost', '127.0.0.1', '[::1]'].some((name) => host.toLowerCase() === `${name}:${port}`);

const isOwnOrigin = (origin: string, port: number): boolean =>
  origin.startsWith('http://') && isOwn(origin.slice('http://'.length), port);
