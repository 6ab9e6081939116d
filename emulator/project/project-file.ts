/** A file of a script project. */
export interface ProjectFile {
  /** As Apps Script names it: the path without the extension, such as `src/cards`. */
  readonly name: string;
  readonly type: 'SERVER_JS' | 'HTML' | 'JSON';
  readonly source: string;
}
