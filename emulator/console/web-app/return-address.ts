/** The address to which a page leads back: only that of a web app in this Workspace, never one that somebody made up. */
export function returnAddress(query: URLSearchParams): string | null {
  const address = query.get('continue') ?? '';
  return /^\/(a\/)?macros\//.test(address) ? address : null;
}
