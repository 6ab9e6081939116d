import type { Machine, Stub } from '../../runtime/machine';
import type { FetchRequest, FetchResponse } from './operations';

/**
 * Why a request is not sent; null when it may be. Nothing leaves this machine unless the person who started the
 * Workspace allowed it: a script that is tried with the people of a real company would otherwise send them to its
 * web hooks.
 */
export function leavingProblem(request: FetchRequest, machine: Machine): string | null {
  if (stubFor(request, machine) || isAllowedHost(request.url, machine.allowedHosts)) return null;
  const { host } = new URL(request.url);
  return `The local Workspace did not send this request to ${host}: nothing leaves this machine unless it is allowed. Start it with --allow-host ${host} to send it, or with --stub FILE to answer it here.`;
}

/** The answer that stands in for the server's; undefined when there is none. */
export function stubbed(request: FetchRequest, machine: Machine): FetchResponse | undefined {
  const stub = stubFor(request, machine);
  return (
    stub && {
      status: stub.status,
      headers: Object.entries(stub.headers),
      body: { text: stub.body },
    }
  );
}

const stubFor = ({ url, method }: FetchRequest, { stubs }: Machine): Stub | undefined =>
  stubs.find(
    (stub) => (stub.method === undefined || stub.method === method) && fits(stub.url, url),
  );

/** Whether a text is a pattern's in which `*` stands for any text. */
const fits = (pattern: string, text: string): boolean =>
  new RegExp(`^${pattern.split('*').map(literal).join('.*')}$`, 's').test(text);

const literal = (text: string): string => text.replace(/[\\^$.|?+()[\]{}]/g, '\\$&');

function isAllowedHost(url: string, allowed: readonly string[]): boolean {
  const { host, hostname } = new URL(url);
  return allowed.some((entry) => {
    const wanted = entry.toLowerCase();
    if (wanted === '*') return true;
    if (wanted.startsWith('*.')) return hostname.endsWith(wanted.slice(1));
    return wanted === host || wanted === hostname;
  });
}
