/** A host as a Content-Security-Policy names it: `example.com`, `*.example.com`, `example.com:8443`. */
const HOST = /^(\*\.)?[a-z0-9_-]+(\.[a-z0-9_-]+)*(:\d+)?$/i;

/**
 * Sources for a Content-Security-Policy: a page may load from the hosts from which a script may fetch. It applies to pictures too,
 * because even a picture's address can carry data away.
 *
 * @param allowedHosts `example.com`, with a port or without, `*.example.com`, or `*` for all.
 * @param schemes what `*` stands for, since it names no scheme itself.
 * @returns sources with a blank before each; empty for none.
 */
export function sourcesOf(
  allowedHosts: readonly string[],
  schemes: readonly string[] = ['https', 'http'],
): string {
  const sources = allowedHosts.flatMap((host) => {
    if (host === '*') return schemes.map((scheme) => `${scheme}:`);
    return HOST.test(host) ? schemes.map((scheme) => `${scheme}://${host}`) : [];
  });
  return sources.map((source) => ` ${source}`).join('');
}
