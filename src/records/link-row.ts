/** One of a person's pairs as a row. Nobody reads it, and all of it could be found again. */
import {
  array,
  boolean,
  custom,
  literal,
  nullable,
  number,
  object,
  optional,
  picklist,
  string,
  tuple,
  variant,
  type GenericSchema,
} from 'valibot';
import type { Entry, Link } from '../calendar/ports';
import { decoderOf } from '../kit/decoder';
import { jsonOf } from '../kit/json';
import type { Rule } from '../kit/recurrence/rule';
import { CELL_CHARACTERS, flagOf, textOf } from '../sheets/cells';
import type { LINKS } from './forms';
import type { FieldOf } from '../sheets/table';
import type { Cells } from '../sheets/table';

export type LinkCells = Cells<FieldOf<typeof LINKS>>;

export interface OwnedLink {
  readonly userId: string;
  readonly link: Link;
}

const moment = object({ local: string(), zone: string(), instant: string() });

const response = picklist(['needsAction', 'declined', 'tentative', 'accepted']);

const around = tuple([string(), string()]);

/** An entry as links and the Journal keep it. Rows of the version before know nothing of organizers, answers and series. */
export const entryForm: GenericSchema<unknown, Entry> = object({
  title: string(),
  when: variant('kind', [
    object({ kind: literal('timed'), start: moment, end: moment }),
    object({ kind: literal('all-day'), start: string(), end: string() }),
  ]),
  recurrence: nullable(
    object({
      rule: nullable(custom<Rule>((value) => typeof value === 'object' && value !== null)),
      extra: array(string()),
      skipped: array(string()),
    }),
  ),
  private: boolean(),
  busy: boolean(),
  location: string(),
  notes: string(),
  participants: array(
    object({
      email: string(),
      response,
    }),
  ),
  status: picklist(['confirmed', 'tentative']),
  organizer: optional(string(), ''),
  answer: optional(nullable(response), null),
  added: optional(object({ title: around, notes: around })),
});

const decodeLink = decoderOf<Link>(
  object({
    google: object({ id: string(), version: string() }),
    work: object({ id: string(), version: string() }),
    base: entryForm,
    origin: picklist(['google', 'work']),
    generation: number(),
    oneWay: boolean(),
    behind: boolean(),
    besideBox: optional(string()),
    slot: optional(object({ series: string(), date: string() })),
    cancelled: optional(array(string())),
    withdrawing: optional(literal(true)),
    halved: optional(literal(true)),
  }),
);

export const keyOfLink = ({ userId, link }: OwnedLink): string =>
  [userId, link.google.id, link.work.id].join(' ');

/** The same key, without reading the rest. */
export const keyOfLinkCells = (cells: LinkCells): string =>
  [textOf(cells.userId), textOf(cells.googleId), textOf(cells.workId)].join(' ');

/** Null for a damaged row. */
export function linkOfCells(cells: LinkCells): OwnedLink | null {
  const base = jsonOf(`${cells.base}${cells.moreBase}`);
  const more = base as Readonly<
    Record<'besideBox' | 'slot' | 'cancelled' | 'withdrawing' | 'halved', unknown>
  > | null;
  const link = decodeLink({
    google: { id: textOf(cells.googleId), version: textOf(cells.googleVersion) },
    work: { id: textOf(cells.workId), version: textOf(cells.workVersion) },
    base,
    origin: cells.origin,
    generation: Number(cells.generation),
    oneWay: flagOf(cells.isOneWay) ?? false,
    behind: flagOf(cells.isBehind) ?? false,
    besideBox: more?.besideBox,
    slot: more?.slot,
    cancelled: more?.cancelled,
    withdrawing: more?.withdrawing,
    halved: more?.halved,
  });
  const userId = textOf(cells.userId);
  return link && link.google.id !== '' && link.work.id !== '' && userId !== ''
    ? { userId, link }
    : null;
}

/** Null for a link too long for two cells: it is found again by its origin mark. */
export function cellsOfLink({ userId, link }: OwnedLink): LinkCells | null {
  const { base: entry, besideBox, slot, cancelled, withdrawing, halved } = link;
  const base = JSON.stringify({ ...entry, besideBox, slot, cancelled, withdrawing, halved });
  if (base.length > 2 * CELL_CHARACTERS) return null;
  return {
    userId,
    googleId: link.google.id,
    googleVersion: link.google.version,
    workId: link.work.id,
    workVersion: link.work.version,
    origin: link.origin,
    generation: link.generation,
    isOneWay: link.oneWay,
    isBehind: link.behind,
    base: base.slice(0, CELL_CHARACTERS),
    moreBase: base.slice(CELL_CHARACTERS),
  };
}
