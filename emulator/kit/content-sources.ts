/** A host as a Content-Security-Policy names it: `example.com`, `*.example.com`, `example.com:8443`. */
const HOST = /^(\*\.)?[a-z0-9_-]+(\.[a-z0-9_-]+)*(:\d+)?$/i;

/**
 * Sources for a Content-Security-Policy: a page may load from these hosts what a script may fetch from them. Even a
 * picture's address can carry data away.
 *
 * @param allowedHosts `example.com`, with a port or without, `*.example.com`, or `*` for all.
 * @param schemes of `*`, which names none itself.
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
