/**
 * Undoing a run for everybody, as an administrator asks for it: a request, what runs have found or put back so far, the one decision in
 * between, and the outcome. The administrator writes the request and the go, runs write everything else, so that neither overwrites the
 * other.
 */
import { array, boolean, number, object, record, string } from 'valibot';
import { decoderOf } from '../../kit/decoder';
import { slot, valueOr, type Slot } from '../../kit/slot';
import type { StringStore } from '../../kit/string-store';
import { textDigest } from '../../kit/text-digest';
import type { Waiting } from '../../runs/decision';
import { decisionBook, decisionForms, type DecisionBook } from '../../runs/decision-book';

/** The most people whose entries one undo puts back, because who is done has to fit into an organization's share of the properties. */
export const MOST_PEOPLE = 1_000;

/** The run, as the Journal names it, and the instant of its first write. */
interface OfRun {
  readonly run: string;
  readonly ranAt: string;
}

export interface RunUndoRequest extends OfRun {
  readonly at: string;
  /** The administrator's address. */
  readonly by: string;
}

export interface Tally {
  /** People of whom something is put back. */
  readonly people: number;
  readonly entries: number;
  /** Entries that stay as they are, by reason (`NotBack`). */
  readonly stays: Readonly<Record<string, number>>;
  /** People whose sync is off, or is theirs no longer. */
  readonly off: number;
  /** People whose calendar or activities could not be reached. */
  readonly failed: number;
}

export const NO_TALLY: Tally = { people: 0, entries: 0, stays: {}, off: 0, failed: 0 };

/** How far runs have come, for one request. */
export interface RunUndoProgress {
  /** `at` of the request. */
  readonly of: string;
  /** Whether entries are being put back; before the go, they are only looked at. */
  readonly isGo: boolean;
  /** Six characters for each person who is done. */
  readonly marks: string;
  /** How many people the run concerns. */
  readonly all: number;
  readonly tally: Tally;
}

export interface RunUndone extends OfRun {
  readonly at: string;
  readonly by: string;
  readonly tally: Tally;
}

/** One person's part, for the list that an administrator reads. */
export interface UndoLine {
  readonly email: string;
  readonly entries: number;
  readonly stays: number;
  /** Titles of the first few entries, without private ones. */
  readonly titles: readonly string[];
  readonly isFailed: boolean;
}

/** What a person decides about: a plan for one request. */
export interface RunUndoPlan {
  /** `at` of the request. */
  readonly of: string;
  readonly tally: Tally;
}

const ofRun = { run: string(), ranAt: string(), at: string(), by: string() };
const tally = object({
  people: number(),
  entries: number(),
  stays: record(string(), number()),
  off: number(),
  failed: number(),
});
const progress = object({
  of: string(),
  isGo: boolean(),
  marks: string(),
  all: number(),
  tally,
});
const line = object({
  email: string(),
  entries: number(),
  stays: number(),
  titles: array(string()),
  isFailed: boolean(),
});

const forms = decisionForms<RunUndoPlan>('calendar.undo', 1, object({ of: string(), tally }));

export interface RunUndoBook {
  readonly request: Slot<RunUndoRequest>;
  readonly progress: Slot<RunUndoProgress>;
  readonly decision: DecisionBook<RunUndoPlan>;
  readonly last: Slot<RunUndone>;
  /** By user id; in the cache, which may lose them. */
  readonly lines: Slot<Readonly<Record<string, UndoLine>>>;
}

/** @param store the organization's part of the script's properties. @param cache that of the script's cache. */
export const runUndoBook = (store: StringStore, cache: StringStore): RunUndoBook => ({
  request: slot(store, {
    key: 'calendar.undo.request',
    version: 1,
    decode: decoderOf<RunUndoRequest>(object(ofRun)),
    isShort: true,
  }),
  progress: slot(store, {
    key: 'calendar.undo.progress',
    version: 1,
    decode: decoderOf<RunUndoProgress>(progress),
  }),
  decision: decisionBook(store, forms),
  last: slot(store, {
    key: 'calendar.undo.last',
    version: 1,
    decode: decoderOf<RunUndone>(object({ ...ofRun, tally })),
    isShort: true,
  }),
  lines: slot(cache, {
    key: 'calendar.undo.lines',
    version: 1,
    decode: decoderOf<Readonly<Record<string, UndoLine>>>(record(string(), line)),
  }),
});

export type RunUndoState =
  | { readonly kind: 'none' }
  /** Runs look at what could be put back. */
  | { readonly kind: 'looking'; readonly request: RunUndoRequest }
  | {
      readonly kind: 'waits';
      readonly request: RunUndoRequest;
      readonly waiting: Waiting<RunUndoPlan>;
    }
  /** Somebody has said go. */
  | { readonly kind: 'going'; readonly request: RunUndoRequest; readonly by: string };

export function runUndoState({ request, decision }: RunUndoBook, nowMs: number): RunUndoState {
  const asked = valueOr(request.read(), null);
  if (asked === null) return { kind: 'none' };
  const standing = decision.standing(nowMs);
  if (standing.kind === 'nothing' || standing.waiting.what.of !== asked.at)
    return { kind: 'looking', request: asked };
  return standing.kind === 'waits'
    ? { kind: 'waits', request: asked, waiting: standing.waiting }
    : { kind: 'going', request: asked, by: standing.go.by };
}

/** What runs have done for this request so far; null for nothing. */
export function progressOf({ progress }: RunUndoBook, state: RunUndoState): RunUndoProgress | null {
  const found = valueOr(progress.read(), null);
  const isOf =
    (state.kind === 'looking' || state.kind === 'going') &&
    found?.of === state.request.at &&
    found.isGo === (state.kind === 'going');
  return isOf ? found : null;
}

/** Short, because all organizations share the properties. One in 16 million others has the same. */
export const undoMark = (userId: string): string => textDigest(userId).slice(0, 6);
