/** What the advanced services ask of the host. */
export interface AdvancedOperations {
  /** One API call. Bytes of an upload travel as base64. */
  'advanced.call'(
    methodId: string,
    params: Readonly<Record<string, unknown>>,
    body: unknown,
    headers: Readonly<Record<string, string>>,
    media: { readonly contentType: string; readonly base64: string } | null,
  ): unknown;
}
