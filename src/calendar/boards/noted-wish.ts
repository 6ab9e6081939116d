/** What a person wished for, and what they chose beside it, as it waits for the runner. */
import {
  array,
  boolean,
  literal,
  nullable,
  number,
  object,
  optional,
  picklist,
  string,
  variant,
} from 'valibot';
import { ownRulesForm, type NewChoices } from '../entry/own-choices';
import type { Dismissed } from './told-conflict';

/** `at`: the instant at which the person said so. */
export type Wish =
  /** Show me what would happen. */
  | { readonly kind: 'preview'; readonly at: string }
  | {
      readonly kind: 'on';
      readonly at: string;
      readonly consentVersion: number;
      /** Marks of pairs that they said are one entry; absent for none. */
      readonly same?: string | undefined;
    }
  | { readonly kind: 'off'; readonly at: string; readonly copies: 'keep' | 'remove' }
  /** Go on with a run that was held, for these numbers and once. */
  | {
      readonly kind: 'approve';
      readonly at: string;
      readonly deletions: number;
      readonly creations: number;
      readonly changes: number;
    }
  /** Conflicts that the person has seen. */
  | ({ readonly kind: 'dismiss'; readonly at: string } & Dismissed)
  | Undo
  /** Show me what is kept in step. */
  | { readonly kind: 'list'; readonly at: string }
  /** Something changed, or somebody is waiting: look before the usual time. */
  | {
      readonly kind: 'look';
      readonly at: string;
      /** Whether it is by somebody who has never turned it on, and may have been connected by an administrator. */
      readonly isUnsure?: boolean | undefined;
    };

/** Puts back what a run wrote, or takes the version that lost a conflict. */
export interface Undo {
  readonly kind: 'undo';
  readonly at: string;
  /** The run, as the Journal names it; null for a conflict. */
  readonly run: string | null;
  /** One event or activity of that run; null for all of them. For a conflict, its key. */
  readonly id: string | null;
  /** Whether the person has seen what would be put back. Otherwise, the next run shows it to them. */
  readonly go: boolean;
}

const at = string();

const wishForm = variant('kind', [
  object({ kind: literal('preview'), at }),
  object({ kind: literal('on'), at, consentVersion: number(), same: optional(string()) }),
  object({ kind: literal('off'), at, copies: picklist(['keep', 'remove']) }),
  object({
    kind: literal('approve'),
    at,
    deletions: number(),
    creations: number(),
    // A wish of an earlier version allows none.
    changes: optional(number(), 0),
  }),
  object({
    kind: literal('dismiss'),
    at,
    keys: array(string()),
    until: nullable(string()),
  }),
  object({
    kind: literal('undo'),
    at,
    run: nullable(string()),
    id: nullable(string()),
    go: boolean(),
  }),
  object({ kind: literal('list'), at }),
  object({ kind: literal('look'), at, isUnsure: optional(boolean()) }),
]);

/** The address is the person's at the time of the wish; used while nothing else is known about them. */
export interface Noted {
  readonly email: string;
  readonly wish: Wish;
  /** Wait beside the wish, whatever it is: none of them may be lost because another button was pressed. */
  readonly choices?: NewChoices | undefined;
}

export const notedForm = object({
  email: string(),
  wish: wishForm,
  choices: optional(
    object({
      events: array(object({ id: string(), isLeftOut: boolean() })),
      rules: optional(ownRulesForm),
    }),
  ),
});

/** New choices beside what waits, or with a look. */
export function beside(
  waiting: Noted | null,
  chosen: Partial<NewChoices>,
  at: string,
): Omit<Noted, 'email'> {
  const choices = { ...(waiting?.choices ?? { events: [] }), ...chosen };
  const look = { kind: 'look' as const, at };
  return { wish: waiting && waiting.wish.kind !== 'look' ? waiting.wish : look, choices };
}
