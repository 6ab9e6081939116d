/** Parts that several saved values share. */
import { array, literal, nullable, number, object, picklist, string, variant } from 'valibot';
import { FIELDS } from '../entry/fields';
import { WHY_NOT, type Reason } from '../entry/why';

const side = picklist(['google', 'work']);

export const holdForm = variant('kind', [
  object({ kind: literal('too-many-deletions'), deletions: number(), links: number() }),
  object({
    kind: literal('too-many-changes'),
    changes: number(),
    deletions: number(),
    links: number(),
    examples: array(
      object({
        title: string(),
        start: string(),
        field: picklist(FIELDS),
        before: string(),
        after: string(),
        others: number(),
      }),
    ),
  }),
  object({ kind: literal('too-many-creations'), creations: number(), most: number() }),
  object({ kind: literal('empty-listing'), side, links: number() }),
  object({ kind: literal('shrunken-listing'), side, missing: number(), links: number() }),
]);

const REASONS = Object.keys(WHY_NOT) as Reason[];

export const leftOutForm = object({ reason: picklist(REASONS), count: number() });

/** A failure in words: worded where it was found, because only there everything about it is known. */
export const wordsForm = nullable(object({ heading: string(), meaning: string(), cure: string() }));
