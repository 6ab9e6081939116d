import type { Workspace } from '../workspace';
import type {
  CalendarRecord,
  CalendarState,
  EventCopy,
  EventCore,
  EventTime,
  SharedFields,
} from '../state/calendar';
import { startsAt } from './event-time';
import { endOfOccurrence } from './series';

/** An index derived from one calendar's events, maintained by every write and rebuilt after a load. */
interface Index {
  revision: number;
  /** Copies in order of creation. */
  readonly ordered: EventCopy[];
  /** The change log, ascending. An entry is stale when its copy has changed since. */
  readonly log: { readonly revision: number; readonly copy: EventCopy }[];
  /** Copies that answer invitations automatically. */
  readonly declining: Set<EventCopy>;
  /** The last sorted listing: consecutive pages need the same one. */
  sorted: { readonly key: string; readonly rows: readonly unknown[] } | null;
}

const indexes = new WeakMap<CalendarRecord, Index>();

function index(calendar: CalendarRecord): Index {
  const known = indexes.get(calendar);
  if (known?.revision === calendar.revision) return known;
  const ordered = Object.values(calendar.events).sort((a, b) => a.order - b.order);
  const log = ordered
    .map((copy) => ({ revision: copy.revision, copy }))
    .sort((a, b) => a.revision - b.revision);
  const declining = new Set(ordered.filter(({ declines }) => declines));
  const built: Index = { revision: calendar.revision, ordered, log, declining, sorted: null };
  indexes.set(calendar, built);
  return built;
}

/** Every copy on a calendar, tombstones included, in order of creation. Must not be modified. */
export const copiesInOrder = (calendar: CalendarRecord): readonly EventCopy[] =>
  index(calendar).ordered;

/** Copies that changed after a revision, in the order of their last change, read backwards from the log's end. */
export function changesSince(calendar: CalendarRecord, revision: number): readonly EventCopy[] {
  const { log } = index(calendar);
  let [low, high] = [0, log.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (log[middle]!.revision > revision) high = middle;
    else low = middle + 1;
  }
  return log
    .slice(low)
    .filter((entry) => entry.copy.revision === entry.revision)
    .map(({ copy }) => copy);
}

/** Out of office and focus time events that answer invitations automatically. */
export const decliningCopies = (calendar: CalendarRecord): Iterable<EventCopy> =>
  index(calendar).declining;

/** Rows of a sorted listing, computed once for all its pages as long as nothing changes. */
export function sortedRows<T>(
  calendar: CalendarRecord,
  key: string,
  make: () => readonly T[],
): readonly T[] {
  const built = index(calendar);
  if (built.sorted?.key !== key) built.sorted = { key, rows: make() };
  return built.sorted.rows as readonly T[];
}

/** Adds a copy of an event to a calendar. The id must be free. */
export function addCopy(
  calendar: CalendarRecord,
  core: EventCore,
  copy: Pick<EventCopy, 'id' | 'stamp' | 'own'> & Partial<EventCopy>,
): EventCopy {
  const { ordered, declining } = index(calendar);
  const made: EventCopy = { ...copy, core: core.key, revision: 0, order: ++calendar.order };
  calendar.events[made.id] = made;
  core.copies[calendar.key] = made.id;
  ordered.push(made);
  if (made.declines) declining.add(made);
  logChange(calendar, made);
  return made;
}

/** Gives a copy a new etag and the latest position in the change log. */
export function touchCopy(calendar: CalendarRecord, copy: EventCopy, stamp: number): void {
  copy.stamp = stamp;
  logChange(calendar, copy);
}

function logChange(calendar: CalendarRecord, copy: EventCopy): void {
  const built = index(calendar);
  copy.revision = ++calendar.revision;
  built.revision = calendar.revision;
  built.sorted = null;
  built.log.push({ revision: copy.revision, copy });
  if (built.log.length > 4 * built.ordered.length + 1000) indexes.delete(calendar);
}

/** Cores by iCalUID, for one state: loading another one starts a new map. */
const uids = new WeakMap<CalendarState['cores'], Map<string, EventCore[]>>();

/** Events with an iCalUID, series and exceptions alike, on any calendar. */
export function coresByUid({ state }: Workspace, uid: string): readonly EventCore[] {
  return uidIndex(state.calendar.cores).get(uid) ?? [];
}

/** Stores a new event. Its copies are added to calendars by `addCopy`. */
export function addCore({ state }: Workspace, parts: Omit<EventCore, 'key' | 'copies'>): EventCore {
  const { cores } = state.calendar;
  const known = uidIndex(cores);
  const core: EventCore = { ...parts, key: String(++state.calendar.serial), copies: {} };
  cores[core.key] = core;
  remember(known, core);
  return core;
}

function uidIndex(cores: CalendarState['cores']): Map<string, EventCore[]> {
  let known = uids.get(cores);
  if (!known) {
    known = new Map();
    for (const core of Object.values(cores)) remember(known, core);
    uids.set(cores, known);
  }
  return known;
}

function remember(known: Map<string, EventCore[]>, core: EventCore): void {
  const same = known.get(core.iCalUID);
  if (same) same.push(core);
  else known.set(core.iCalUID, [core]);
}

/** Removes the tombstones of deleted events, so that their ids can be used again: what Google does "eventually". */
export function purgeTombstones(workspace: Workspace, calendar: CalendarRecord): void {
  for (const copy of Object.values(calendar.events)) {
    const core = coreOf(workspace, copy);
    if (
      core.exception &&
      effective(workspace, core).status === 'cancelled' &&
      !seriesIsGone(workspace, core)
    )
      continue;
    if (!isCancelled(workspace, copy)) continue;
    delete calendar.events[copy.id];
    delete core.copies[calendar.key];
  }
  indexes.delete(calendar);
  calendar.revision++;
}

const seriesIsGone = (workspace: Workspace, { exception }: EventCore): boolean =>
  workspace.state.calendar.cores[exception!.series]?.shared.status === 'cancelled';

export const coreOf = ({ state }: Workspace, copy: EventCopy): EventCore =>
  state.calendar.cores[copy.core]!;

/** The series an exception belongs to. */
export const seriesOf = ({ state }: Workspace, { exception }: EventCore): EventCore | undefined =>
  exception && state.calendar.cores[exception.series];

/** Whether a copy appears as deleted. */
export const isCancelled = (workspace: Workspace, copy: EventCopy): boolean =>
  copy.gone !== undefined || effective(workspace, coreOf(workspace, copy)).status === 'cancelled';

/** An event's effective fields: an exception's are completed from its series. */
export function effective(workspace: Workspace, core: EventCore): SharedFields {
  const series = seriesOf(workspace, core);
  if (!series) return core.shared;
  const base = occurrenceFields(series.shared, core.exception!.original);
  const { differs = {} } = core;
  const status =
    series.shared.status === 'cancelled' ? 'cancelled' : (differs.status ?? base.status);
  return { ...base, ...differs, status, plain: overlay(base.plain, differs.plain ?? {}) };
}

/** A null in an overlay removes the field. */
const overlay = (base: SharedFields['plain'], over: SharedFields['plain']): SharedFields['plain'] =>
  Object.fromEntries(Object.entries({ ...base, ...over }).filter(([, value]) => value !== null));

/** The fields of one occurrence of a series as the series defines them. */
export function occurrenceFields(series: SharedFields, original: EventTime): SharedFields {
  const { recurrence: _, ...rest } = series;
  return { ...rest, start: original, end: endOfOccurrence(series, original) };
}

/** When an event begins and ends for a reader in a time zone. */
export const spanOf = (
  { start, end }: Pick<SharedFields, 'start' | 'end'>,
  timeZone: string,
): [number, number] => [startsAt(start, timeZone), startsAt(end, timeZone)];
