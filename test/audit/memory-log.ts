import type { TokenActivity, TokenLog, TokenLogQuery } from '../../src/audit/ports';
import type { Failure } from '../../src/kit/failure';
import { fail, ok } from '../../src/kit/result';

/** The token log as Google answers it: newest first, entries show late, a page token is a place in one listing. */
export class MemoryLog implements TokenLog {
  readonly entries: { readonly activity: TokenActivity; readonly showsAtMs: number }[] = [];
  readonly queries: TokenLogQuery[] = [];
  pageSize = 1000;
  /** Called before each page: to let time pass, or to fail. */
  beforePage: (pageNumber: number) => Failure | null = () => null;
  /** Google may leave filters out that it does not know; here it does so when told to. */
  filters = true;

  constructor(private readonly clock: { now(): number }) {}

  add(activity: TokenActivity, showsAtMs = Date.parse(activity.id.time)): void {
    this.entries.push({ activity, showsAtMs });
  }

  page(query: TokenLogQuery, pageToken: string | undefined) {
    const start = Number(pageToken ?? 0);
    const failure = this.beforePage(start / this.pageSize);
    this.queries.push(query);
    if (failure) return fail(failure);
    const found = this.visible(query);
    const end = start + this.pageSize;
    return ok({
      items: found.slice(start, end),
      nextPageToken: end < found.length ? String(end) : undefined,
      nextSyncToken: undefined,
    });
  }

  private visible({ from, to, appName, eventName }: TokenLogQuery): TokenActivity[] {
    const nowMs = this.clock.now();
    return this.entries
      .filter(({ showsAtMs }) => showsAtMs <= nowMs)
      .map(({ activity }) => activity)
      .filter(({ id: { time } }) => (from === null || time >= from) && (to === null || time <= to))
      .filter(({ id: { time } }) => Date.parse(time) > nowMs - 180 * 86_400_000)
      .filter(
        ({ events = [] }) =>
          !this.filters ||
          events.some(
            ({ name, parameters = [] }) =>
              (eventName === '' || name === eventName) &&
              (appName === '' ||
                parameters.some((one) => one.name === 'app_name' && one.value === appName)),
          ),
      )
      .sort((one, other) => Date.parse(other.id.time) - Date.parse(one.id.time));
  }
}
