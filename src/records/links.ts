/**
 * Everybody's pairs in one hidden sheet: read once an execution, changed in memory, written at its end. Former pairs are removed in the same
 * batch that adds new ones, so that no pair is ever there beside its successor.
 */
import type { Link, LinkBook, LinkChanges } from '../calendar/ports';
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import { deleteRow } from '../sheets/change';
import type { Plan } from '../sheets/plan';
import { LINKS } from './forms';
import type { FieldOf, Row } from '../sheets/table';
import { changesFor, type Wanted } from '../sheets/keyed-rows';
import {
  cellsOfLink,
  keyOfLink,
  keyOfLinkCells,
  linkOfCells,
  type LinkCells,
  type OwnedLink,
} from './link-row';
import type { Sheets } from '../sheets/sheets';

export interface LinkShelf {
  of(userId: string): LinkBook;
  /** A plan of what changed since the last one was carried out; null when nothing did. */
  plan(): Plan | null;
  /** Call once the plan has been carried out. */
  saved(): void;
  linkedTo(activityId: string): Result<string | null, Failure>;
}

export function linkShelf(sheets: Sheets): LinkShelf {
  let people: Map<string, Map<string, Link>> | null = null;
  /** User ids by activity; null when the map has to be made anew. */
  let owners: Map<string, string> | null = null;
  /** Changes since the last flush, by key; null for a removed link. */
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

  return {
    of: (userId) => ({
      load() {
        const all = everybody();
        return all.ok ? ok([...linksOf(all.value, userId).values()]) : all;
      },
      save: (changes) => save(userId, changes),
    }),
    plan: () => (changed.size === 0 ? null : linksPlan(sheets, changed)),
    saved: () => changed.clear(),
    linkedTo(activityId) {
      if (owners) return ok(owners.get(activityId) ?? null);
      const all = everybody();
      if (!all.ok) return all;
      owners = new Map();
      for (const [userId, links] of all.value)
        for (const { work } of links.values()) owners.set(work.id, userId);
      return ok(owners.get(activityId) ?? null);
    },
  };
}

/** Decoding takes most of the time of a run with many pairs, so each row is decoded once. */
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

/** Damaged rows are removed too: their pairs are found again. */
function linksPlan(sheets: Sheets, changed: ReadonlyMap<string, OwnedLink | null>): Plan {
  return {
    changes() {
      const table = sheets.table(LINKS);
      if (!table.ok) return table;
      const wanted: Wanted<FieldOf<typeof LINKS>> = new Map(
        [...changed].map(([key, owned]) => [key, owned && cellsOfLink(owned)]),
      );
      const isWhole = ({ cells }: Row<FieldOf<typeof LINKS>>): boolean => read(cells) !== null;
      const whole = { ...table.value, rows: table.value.rows.filter(isWhole) };
      const damaged = table.value.rows.filter((row) => !isWhole(row));
      return ok([
        ...changesFor(whole, keyOfLinkCells, wanted),
        ...damaged.map((row) => deleteRow(LINKS, row)),
      ]);
    },
  };
}
