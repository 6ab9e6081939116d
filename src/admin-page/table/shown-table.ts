import type { Page } from '../../card/page';
import { TableOnPage } from './table';

/** The table of the place that is shown. */
export interface ShownTable {
  /** As Tandem sent it. */
  readonly sent: string;
  readonly element: HTMLElement;
}

/** The table after an answer. One that is sent again stays as it is, with what is searched for. */
export function tableAfter(
  before: ShownTable | null,
  { table, how }: Pick<Page, 'table' | 'how'>,
): ShownTable | null {
  // A script of another release sends none.
  if (!table) return how === 'root' ? null : before;
  const sent = JSON.stringify(table);
  return before?.sent === sent ? before : { sent, element: new TableOnPage(table).element };
}
