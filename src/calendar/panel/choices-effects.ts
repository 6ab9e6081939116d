/** What a person's choices would do to their own events, counted before they save them (TF14, TF15). Pure. */
import { changeOfEvent } from '../entry/google-change';
import type { GoogleEvent } from '../entry/google-event';
import { originOfEvent } from '../entry/origin-mark';
import { NO_RULES, type OwnRules } from '../entry/own-choices';
import type { Policy } from '../entry/policy';
import { isInWindow } from '../entry/sync-window';
import { cardPolicy, type CardPolicyParts } from './card-policy';

export interface Effects {
  /** Entries that are not over: how many are copied under the new choices, of how many without any filter. */
  readonly coming: { readonly copied: number; readonly all: number };
  /** Titles of entries that are copied so far and would not be any more. Of private ones nothing is shown. */
  readonly goes: readonly string[];
  /** The same of entries that would be copied from now on. */
  readonly comes: readonly string[];
  /** Copies of activities in the calendar. */
  readonly copies: number;
  /** Private events of which less would be shown than now. */
  readonly hidden: number;
}

/** Series count once, as in the work system; dates of theirs go with them. */
export function effectsOf(
  events: readonly GoogleEvent[],
  rules: { readonly before: OwnRules; readonly after: OwnRules },
  parts: CardPolicyParts,
): Effects {
  const [before, after, without] = [
    policyUnder(rules.before, parts),
    policyUnder(rules.after, parts),
    policyUnder(NO_RULES, parts),
  ];
  const whole = events.filter(({ recurringEventId }) => recurringEventId === undefined);
  const own = whole.filter((event) => originOfEvent(event) === null);
  const coming = own.filter((event) => isComing(event, parts.now));
  const changed = own.filter((event) => isCopied(event, before) !== isCopied(event, after));
  const titles = (policy: Policy): string[] =>
    changed.filter((event) => isCopied(event, policy)).map(titleOf);
  const isLess = after.privateEvents !== before.privateEvents;
  return {
    coming: {
      copied: coming.filter((event) => isCopied(event, after)).length,
      all: coming.filter((event) => isCopied(event, without)).length,
    },
    goes: titles(before),
    comes: titles(after),
    copies: whole.length - own.length,
    hidden: isLess ? own.filter((event) => isPrivateCopy(event, before)).length : 0,
  };
}

function policyUnder(rules: OwnRules, parts: CardPolicyParts): Policy {
  const { person } = parts;
  const choices = { at: '', leftOut: person.choices?.leftOut ?? [], rules };
  return cardPolicy({ ...parts, person: { ...person, choices } });
}

function isCopied(event: GoogleEvent, policy: Policy): boolean {
  const change = changeOfEvent(event, policy);
  return (
    change.kind === 'present' && change.unsent === null && isInWindow(change.entry, policy.window)
  );
}

const isPrivateCopy = (event: GoogleEvent, policy: Policy): boolean =>
  (event.visibility === 'private' || event.visibility === 'confidential') &&
  isCopied(event, policy);

/** Series may go on for ever, so all that are listed count. */
const isComing = ({ start, end, recurrence }: GoogleEvent, now: string): boolean => {
  const until = end?.dateTime ?? end?.date ?? start?.dateTime ?? '';
  return recurrence !== undefined || (until !== '' && Date.parse(until) >= Date.parse(now));
};

const titleOf = ({ summary, visibility }: GoogleEvent): string =>
  visibility === 'private' || visibility === 'confidential' ? 'Private' : summary || '(no title)';
