/**
 * Everybody's pairs in one hidden sheet: read once an execution, changed in memory, written in two requests at its end.
 * Pairs that are no more make room for new ones in the same request, so that none of them ever stands beside its successor.
 */
import type { Link, LinkBook, LinkChanges } from '../calendar/ports';
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import { fieldsOf, updatesOf, type Table } from '../sheets/table';
import { LINKS } from './forms';
import type { FieldOf } from '../sheets/table';
import { rowChanges, type Wanted } from '../sheets/keyed-rows';
import {
  cellsOfLink,
  keyOfLink,
  keyOfLinkCells,
  linkOfCells,
  type LinkCells,
  type OwnedLink,
} from './link-row';
import type { Sheets } from '../sheets/sheets';
import type { Cell, RowUpdate } from '../sheets/spreadsheet';

type LinkTable = Table<FieldOf<typeof LINKS>>;

export interface LinkShelf {
  of(userId: string): LinkBook;
  linkedTo(activityId: string): Result<string | null, Failure>;
  flush(): Result<null, Failure>;
}

export function linkShelf(sheets: Sheets): LinkShelf {
  let people: Map<string, Map<string, Link>> | null = null;
  /** By activity; null when it has to be made anew. */
  let owners: Map<string, string> | null = null;
  /** Since the last flush. */
  const changed = new Map<string, OwnedLink | null>();

  function everybody(): Result<Map<string, Map<string, Link>>, Failure> {
    if (people) return ok(people);
    const table = sheets.table(LINKS);
    if (!table.ok) return table;
    people = new Map();
    for (const { cells } of table.value.rows) {
      const owned = read(cells);
      if (owned) linksOf(people, owned.userId).set(keyOfLink(owned), owned.link);
    }
    return ok(people);
  }

  function save(userId: string, { kept, dropped }: LinkChanges): Result<null, Failure> {
    const all = everybody();
    if (!all.ok) return all;
    const own = linksOf(all.value, userId);
    owners = null;
    for (const link of dropped) {
      own.delete(keyOfLink({ userId, link }));
      changed.set(keyOfLink({ userId, link }), null);
    }
    for (const link of kept) {
      own.set(keyOfLink({ userId, link }), link);
      changed.set(keyOfLink({ userId, link }), { userId, link });
    }
    return ok(null);
  }

  function flush(): Result<null, Failure> {
    if (changed.size === 0) return ok(null);
    const table = sheets.table(LINKS);
    if (!table.ok) return table;
    const written = flushed(sheets, table.value, changed);
    if (written.ok) changed.clear();
    return written;
  }

  return {
    of: (userId) => ({
      load() {
        const all = everybody();
        return all.ok ? ok([...linksOf(all.value, userId).values()]) : all;
      },
      save: (changes) => save(userId, changes),
    }),
    linkedTo(activityId) {
      if (owners) return ok(owners.get(activityId) ?? null);
      const all = everybody();
      if (!all.ok) return all;
      owners = new Map();
      for (const [userId, links] of all.value)
        for (const { work } of links.values()) owners.set(work.id, userId);
      return ok(owners.get(activityId) ?? null);
    },
    flush,
  };
}

/** Decoding is most of what a run with many pairs does: each row is read once. */
const READ = new WeakMap<LinkCells, OwnedLink | { readonly link: null }>();

function read(cells: LinkCells): OwnedLink | null {
  const known = READ.get(cells);
  if (known) return known.link && known;
  const owned = linkOfCells(cells);
  READ.set(cells, owned ?? { link: null });
  return owned;
}

function linksOf(people: Map<string, Map<string, Link>>, userId: string): Map<string, Link> {
  const links = people.get(userId) ?? new Map<string, Link>();
  people.set(userId, links);
  return links;
}

/** One update, in which new pairs take the rows of those that are no more and of those that are damaged; then one append. */
function flushed(
  sheets: Sheets,
  table: LinkTable,
  changed: ReadonlyMap<string, OwnedLink | null>,
): Result<null, Failure> {
  const wanted: Wanted<FieldOf<typeof LINKS>> = new Map(
    [...changed].map(([key, owned]) => [key, owned && cellsOfLink(owned)]),
  );
  const damaged = table.rows.filter(({ cells }) => read(cells) === null);
  const whole = { ...table, rows: table.rows.filter(({ cells }) => read(cells) !== null) };
  const { updates, added, surplus } = rowChanges(whole, keyOfLinkCells, wanted);
  const cleared = [...surplus, ...damaged.map(({ at }) => at)];
  const free = [...cleared, ...table.blanks];
  const moved = added.slice(0, free.length);
  const all = [
    ...updates,
    ...moved.map((cells, index) => wholeRow(free[index]!, cells)),
    ...cleared.slice(moved.length).flatMap((at) => updatesOf(table, at, EMPTY)),
  ];
  const updated = all.length > 0 ? sheets.update(all) : ok(null);
  const rest = added.slice(free.length);
  return !updated.ok || rest.length === 0 ? updated : sheets.append(LINKS.title, rest);
}

const wholeRow = (row: number, cells: readonly Cell[]): RowUpdate => ({
  sheet: LINKS.title,
  row,
  column: 0,
  cells,
});

const EMPTY = Object.fromEntries(fieldsOf(LINKS).map((field) => [field, ''])) as LinkCells;
