/** Where a page leads back to: only to web apps of this Workspace, never to an address that somebody made up. */
export function returnAddress(query: URLSearchParams): string | null {
  const address = query.get('continue') ?? '';
  return /^\/(a\/)?macros\//.test(address) ? address : null;
}
