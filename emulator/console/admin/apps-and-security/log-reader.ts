import { act } from '../../shell/workspace-client';
import { meets, searchParams, type Condition } from './conditions';
import { rowsOf, type Activity, type LogRow } from './log-row';
import type { Log } from './logs';

/** The most rows that the Admin console exports. @see https://support.google.com/a/answer/4579579 */
export const MOST_EXPORTED = 100_000;

/** How many rows a page of the table has. */
export const ROWS_A_PAGE = 50;

interface Page {
  readonly items?: readonly Activity[];
  readonly nextPageToken?: string;
}

/** Reads a search page by page, newest first, only as far as needed. */
export class LogReader {
  private readonly found: LogRow[] = [];
  private pageToken: string | undefined;
  private ended = false;

  constructor(
    private readonly account: string,
    private readonly log: Log,
    private readonly conditions: readonly Condition[],
  ) {}

  /** Whether everything has been read. */
  get isDone(): boolean {
    return this.ended;
  }

  /** The rows that have been read, newest first. */
  get rows(): readonly LogRow[] {
    return this.found;
  }

  /** Reads on until there are this many rows, or no more. @throws Refused */
  async readUntil(count: number, progress: (rows: number) => void = () => {}): Promise<void> {
    while (!this.ended && this.found.length < count) {
      await this.readPage();
      progress(this.found.length);
    }
  }

  private async readPage(): Promise<void> {
    const { items = [], nextPageToken } = await act<Page>(this.account, 'reports.activities.list', {
      userKey: 'all',
      applicationName: this.log.application,
      maxResults: 1000,
      ...searchParams(this.conditions),
      ...(this.pageToken && { pageToken: this.pageToken }),
    });
    for (const row of items.flatMap(rowsOf))
      if (meets(row, this.log, this.conditions)) this.found.push(row);
    this.pageToken = nextPageToken;
    this.ended = nextPageToken === undefined;
  }
}
