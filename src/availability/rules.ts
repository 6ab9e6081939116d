/** What an organization decided about the times that clients can book. */
import { weekOf } from './hours';
import { teamsOf } from './teams';

export interface AvailabilityRules {
  /** Whose availability is given to the work system. Nobody's until an administrator decides otherwise. */
  readonly who: 'nobody' | 'marked' | 'everybody';
  /** How many days ahead, today included. */
  readonly days: number;
  /** Working hours of everybody who has none of their own; empty when every hour can be booked. */
  readonly hours: string;
  readonly tentative: 'blocks' | 'free';
  /** All-day events that are shown as busy. Those shown as free never block. */
  readonly allDay: 'blocks' | 'free';
  readonly focusTime: 'blocks' | 'free';
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  /** Names of the activity types that are bookings, separated by commas; empty for none. */
  readonly bookingTypes: string;
  /** What happens to a booking over something else in its owner's calendar. */
  readonly doubleBookings: 'tell' | 'refuse';
  /** Teams that clients can book as one, as `teamsOf` reads them; empty for none. */
  readonly teams: string;
}

export const DEFAULT_RULES: AvailabilityRules = {
  who: 'nobody',
  days: 14,
  hours: 'Mon-Fri 09:00-17:00',
  tentative: 'blocks',
  allDay: 'blocks',
  focusTime: 'blocks',
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  bookingTypes: '',
  doubleBookings: 'tell',
  teams: '',
};

/** A longer buffer would block the whole day around every event. */
const MOST_BUFFER_MINUTES = 240;
/** Rows for more days than this would fill the workbook. */
const MOST_DAYS = 60;

const BLOCKS = { blocks: 'Blocks', free: 'Can be booked' } as const;

export type RuleName = keyof AvailabilityRules;

/** How a rule is called, and what may stand in its cell. */
export type RuleForm =
  | {
      readonly kind: 'choice';
      readonly name: string;
      readonly choices: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: 'number';
      readonly name: string;
      readonly least: number;
      readonly most: number;
    }
  | {
      readonly kind: 'text';
      readonly name: string;
      readonly meaning: string;
      isRight(text: string): boolean;
    };

/** The rules as the Admin page and the sheet Settings name them, in their order. */
export const RULE_FORMS: Readonly<Record<RuleName, RuleForm>> = {
  who: {
    kind: 'choice',
    name: 'Whom clients can book',
    choices: {
      nobody: 'Nobody',
      marked: 'People with a tick under Takes appointments',
      everybody: 'Everybody who syncs their calendar',
    },
  },
  days: { kind: 'number', name: 'Availability for (days)', least: 1, most: MOST_DAYS },
  hours: {
    kind: 'text',
    name: 'Working hours',
    meaning: 'Such as Mon-Fri 09:00-12:00, 13:00-17:00; Sat 10:00-14:00. Empty: at any time',
    isRight: (text) => text === '' || weekOf(text) !== null,
  },
  tentative: { kind: 'choice', name: 'Tentative and unanswered events', choices: BLOCKS },
  allDay: { kind: 'choice', name: 'All-day events shown as busy', choices: BLOCKS },
  focusTime: { kind: 'choice', name: 'Focus time in availability', choices: BLOCKS },
  bufferBeforeMinutes: {
    kind: 'number',
    name: 'Free before each event (minutes)',
    least: 0,
    most: MOST_BUFFER_MINUTES,
  },
  bufferAfterMinutes: {
    kind: 'number',
    name: 'Free after each event (minutes)',
    least: 0,
    most: MOST_BUFFER_MINUTES,
  },
  bookingTypes: {
    kind: 'text',
    name: 'Activity types that are bookings',
    meaning: 'Names from the sheet Activity types with commas between them; empty for none',
    isRight: () => true,
  },
  doubleBookings: {
    kind: 'choice',
    name: 'Bookings over something else',
    choices: {
      tell: 'Are put into the calendar and told',
      refuse: 'Are not put into the calendar',
    },
  },
  teams: {
    kind: 'text',
    name: 'Teams that clients can book',
    meaning:
      'Such as Front desk: ann@acme.example, bob@acme.example; Surgery (all): … With (all), everybody has to be free. Empty for none',
    isRight: (text) => teamsOf(text) !== null,
  },
};

export const RULE_NAMES = Object.keys(RULE_FORMS) as readonly RuleName[];

/** What people can write for a rule, in words. */
export function meaningOf(form: RuleForm): string {
  if (form.kind === 'text') return form.meaning;
  if (form.kind === 'number') return `${form.least} to ${form.most}`;
  const words = Object.values(form.choices);
  return `${words.slice(0, -1).join(', ')} or ${words[words.length - 1]}`;
}

/** The value that a text stands for; null for one that cannot be read. Letter case does not matter for choices. */
export function valueOfRule(name: RuleName, text: string): string | number | null {
  const form = RULE_FORMS[name];
  const plain = text.trim();
  switch (form.kind) {
    case 'choice':
      return (
        Object.entries(form.choices).find(([value, words]) =>
          [value, words.toLowerCase()].includes(plain.toLowerCase()),
        )?.[0] ?? null
      );
    case 'number': {
      const number = /^\d{1,4}$/.test(plain) ? Number(plain) : NaN;
      return number >= form.least && number <= form.most ? number : null;
    }
    case 'text':
      return form.isRight(plain) ? plain : null;
  }
}

/** A rule as the sheet Settings shows it. */
export function textOfRule(name: RuleName, rules: AvailabilityRules): string {
  const form = RULE_FORMS[name];
  const value = String(rules[name]);
  return form.kind === 'choice' ? form.choices[value]! : value;
}

/** The rules that these texts say; what is missing or cannot be read is as in `otherwise`. */
export function rulesOf(
  texts: Readonly<Partial<Record<RuleName, string>>>,
  otherwise: AvailabilityRules,
): { readonly rules: AvailabilityRules; readonly unreadable: readonly RuleName[] } {
  const unreadable: RuleName[] = [];
  let rules = otherwise;
  for (const name of RULE_NAMES) {
    const text = texts[name];
    if (text === undefined) continue;
    const value = valueOfRule(name, text);
    if (value === null) unreadable.push(name);
    else rules = { ...rules, [name]: value };
  }
  return { rules, unreadable };
}
