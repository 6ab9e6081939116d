import type { TokenActivity, TokenLog, TokenLogQuery } from '../../src/audit/ports';
import type { Failure } from '../../src/kit/failure';
import { fail, ok } from '../../src/kit/result';

/**
 * The token log as Google lists it: newest first, entries appear late, and a page token is a place in one listing.
 */
export class MemoryLog implements TokenLog {
  readonly entries: { readonly activity: TokenActivity; readonly showsAtMs: number }[] = [];
  readonly queries: TokenLogQuery[] = [];
  pageSize = 1000;
  /** Called before each page, to let time pass or to fail. */
  beforePage: (pageNumber: number) => Failure | null = () => null;
  /** Whether filters are applied. Google may ignore those that it does not know. */
  filters = true;
  /** Google may also return events this far outside the requested instants. */
  slackMs = 0;

  private listing: readonly TokenActivity[] = [];

  constructor(private readonly clock: { now(): number }) {}

  add(activity: TokenActivity, showsAtMs = Date.parse(activity.id.time)): void {
    this.entries.push({ activity, showsAtMs });
  }

  page(query: TokenLogQuery, pageToken: string | undefined) {
    const start = Number(pageToken ?? 0);
    const failure = this.beforePage(start / this.pageSize);
    this.queries.push(query);
    if (failure) return fail(failure);
    if (pageToken === undefined) this.listing = this.visible(query);
    const found = this.listing;
    const end = start + this.pageSize;
    return ok({
      items: found.slice(start, end),
      nextPageToken: end < found.length ? String(end) : undefined,
      nextSyncToken: undefined,
    });
  }

  private visible({ from, to, appName, eventName }: TokenLogQuery): TokenActivity[] {
    const nowMs = this.clock.now();
    const fromMs = from === null ? nowMs - 180 * 86_400_000 : Date.parse(from) - this.slackMs;
    const toMs = to === null ? nowMs : Date.parse(to) + this.slackMs;
    return this.entries
      .filter(({ showsAtMs }) => showsAtMs <= nowMs)
      .map(({ activity }) => ({ activity, ms: Date.parse(activity.id.time) }))
      .filter(({ ms }) => ms >= fromMs && ms <= toMs)
      .filter(
        ({ activity: { events = [] } }) =>
          !this.filters ||
          events.some(
            ({ name, parameters = [] }) =>
              (eventName === '' || name === eventName) &&
              (appName === '' ||
                parameters.some((one) => one.name === 'app_name' && one.value === appName)),
          ),
      )
      .sort((one, other) => other.ms - one.ms)
      .map(({ activity }) => activity);
  }
}
