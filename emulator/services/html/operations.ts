/** What HtmlService asks of the host. */
export interface HtmlOperations {
  /** The source of a project's HTML file; null when there is none of that name. */
  'html.file'(name: string): string | null;
}
