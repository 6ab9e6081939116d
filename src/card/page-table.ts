/** What the Admin page draws as a table below a place's card: data alone. Searching, sorting and saving are the page's own. */
export interface PageTable {
  /** What its rows are: its heading, and the name of the file that it is saved as. */
  readonly title: string;
  readonly columns: readonly PageColumn[];
  /** A text for each column. */
  readonly rows: readonly (readonly string[])[];
  /** Said instead of rows while there are none. */
  readonly empty: string;
  /** Where the rest is, if this is not all; null when it is. */
  readonly rest: string | null;
}

export interface PageColumn {
  readonly title: string;
  /** `instant`: RFC 3339, shown in the reader's time zone. `choice`: one of a few texts, by which rows can be chosen. */
  readonly kind: 'text' | 'instant' | 'choice';
}
