/** What HtmlService needs from the host. */
export interface HtmlOperations {
  /** The source of a project's HTML file; null when there is none with that name. */
  'html.file'(name: string): string | null;
}
