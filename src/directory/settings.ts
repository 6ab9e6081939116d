/**
 * What is kept of the directory sync between its runs. Each has one writer, so that no click undoes what a run noted: a person's wishes are written by
 * actions, all else by runs.
 */
import {
  array,
  check,
  nullable,
  number,
  object,
  picklist,
  pipe,
  record,
  string,
  unknown,
  variant,
  literal,
  transform,
} from 'valibot';
import { decoderOf } from '../kit/decoder';
import type { Failure } from '../kit/failure';
import { FAILURE_KINDS } from '../kit/failure-traits';
import type { SlotForm } from '../kit/slot';
import type { Hold } from './brakes';
import type { Preview } from './preview';
import { WHY_LEFT_OUT, type LeftOutReason } from './why';

/** What waits for a person: written by a run that was held, and by looking. */
export interface Outlook {
  readonly at: string;
  readonly hold: Hold;
  readonly preview: Preview;
  /** Ids of the employees who would be deactivated: what a go covers. */
  readonly deactivations: readonly string[];
}

/** A person said go. The first of all is also the go to runs altogether. */
export interface Go {
  readonly at: string;
  readonly by: string;
  readonly deactivations: readonly string[];
}

/** Somebody wants all people synced now. */
export interface Ask {
  readonly at: string;
  readonly by: string;
}

/** A person who could not be written. */
export interface FailedPerson {
  readonly who: string;
  readonly failure: Failure;
}

export type Counts = Readonly<Record<string, number>>;

/** How the last run ended. */
export interface Last {
  readonly good: {
    /** The instant of its reading. */
    readonly at: string;
    readonly users: number;
    readonly counts: Counts;
    readonly leftOut: Preview['leftOut'];
    readonly failed: { readonly count: number; readonly examples: readonly FailedPerson[] };
  } | null;
  /** Of the last run, if that failed. */
  readonly failure: Failure | null;
  /** When the last ask came that a run has answered, and the last that one has fulfilled. */
  readonly answered: string | null;
  readonly fulfilled: string | null;
}

export const NEVER: Last = { good: null, failure: null, answered: null, fulfilled: null };

const failureForm = pipe(
  unknown(),
  check(
    (data) =>
      typeof data === 'object' &&
      data !== null &&
      FAILURE_KINDS.some((kind) => kind === (data as { readonly kind?: unknown }).kind),
  ),
  transform((data) => data as Failure),
);

const reasonForm = picklist(Object.keys(WHY_LEFT_OUT) as LeftOutReason[]);
const leftOutForm = object({
  count: number(),
  examples: array(object({ who: string(), reason: reasonForm })),
});
const namedForm = object({ count: number(), names: array(string()) });
const previewForm = object({
  users: number(),
  unchanged: number(),
  kinds: object({
    insert: namedForm,
    link: namedForm,
    update: namedForm,
    deactivate: namedForm,
    reactivate: namedForm,
  }),
  leftOut: leftOutForm,
});
const holdForm = variant('kind', [
  object({ kind: literal('first-run') }),
  object({ kind: literal('empty-listing'), active: number() }),
  object({ kind: literal('shrunken-listing'), missing: number(), active: number() }),
  object({ kind: literal('too-many-deactivations'), deactivations: number(), active: number() }),
]);

export const outlookSlot: SlotForm<Outlook> = {
  key: 'directory.outlook',
  version: 1,
  decode: decoderOf<Outlook>(
    object({ at: string(), hold: holdForm, preview: previewForm, deactivations: array(string()) }),
  ),
};

export const goSlot: SlotForm<Go> = {
  key: 'directory.go',
  version: 1,
  decode: decoderOf<Go>(object({ at: string(), by: string(), deactivations: array(string()) })),
};

export const askSlot: SlotForm<Ask> = {
  key: 'directory.ask',
  version: 1,
  decode: decoderOf<Ask>(object({ at: string(), by: string() })),
};

export const lastSlot: SlotForm<Last> = {
  key: 'directory.last',
  version: 1,
  decode: decoderOf<Last>(
    object({
      good: nullable(
        object({
          at: string(),
          users: number(),
          counts: record(string(), number()),
          leftOut: leftOutForm,
          failed: object({
            count: number(),
            examples: array(object({ who: string(), failure: failureForm })),
          }),
        }),
      ),
      failure: nullable(failureForm),
      answered: nullable(string()),
      fulfilled: nullable(string()),
    }),
  ),
};
