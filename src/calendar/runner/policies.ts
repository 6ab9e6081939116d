/** The policies of an execution: the organization's choices are read once, and only when somebody needs them. */
import type { Failure } from '../../kit/failure';
import { fail, ok, type Result } from '../../kit/result';
import { shortened } from '../../kit/text';
import { NO_CHOICES, type OwnChoices } from '../entry/own-choices';
import type { Policy } from '../entry/policy';
import { withOwnPrivacy } from '../own-policy';
import type { ConnectionBook } from './connection-book';
import type { RunnerPorts } from './ports';
import { SETTING_WORDS } from '../setting-words';
import { DEFAULT_SETTINGS, policyOf, type ActivityType, type CalendarSettings } from '../settings';
import type { PolicySummary } from '../boards/status-board';

export interface Policies {
  of(person: Policy['person']): Result<Policy, Failure>;
  /** What people may see of the choices; null while they have not been read. */
  summary(): ChosenPolicy | null;
}

/** What is not known of it is since when. */
export type ChosenPolicy = Omit<PolicySummary, 'since'>;

interface Choices {
  readonly settings: CalendarSettings;
  readonly types: readonly ActivityType[];
}

export function policies(
  { settings: book, work, staff }: Pick<RunnerPorts, 'settings' | 'work' | 'staff'>,
  connections: ConnectionBook,
  now: () => string,
): Policies {
  let choices: Choices | null = null;

  function read(): Result<Choices, Failure> {
    if (choices) return ok(choices);
    const settings = book.load();
    if (!settings.ok) return settings;
    const types = work.types();
    if (!types.ok) return types;
    choices = { settings: settings.value, types: types.value };
    return ok(choices);
  }

  /** If it cannot be found out, the answer is no: then nothing is removed from anybody's calendar. */
  function isSomebody(address: string): boolean {
    if (connections.all().some(({ addresses }) => addresses.includes(address))) return true;
    const known = staff.isKnown(address);
    return known.ok && known.value;
  }

  return {
    of(person) {
      const known = read();
      if (!known.ok) return known;
      const isSynced = (address: string): boolean => connections.synced().has(address);
      const choicesOf = (address: string): OwnChoices =>
        connections.synced().get(address)?.choices ?? NO_CHOICES;
      const circumstances = { now: now(), isSomebody, isSynced, choicesOf };
      const policy = policyOf(known.value.settings, known.value.types, person, circumstances);
      return policy ? ok(withOwnPrivacy(policy)) : fail(NO_TYPE);
    },
    summary: () => choices && summaryOf(choices),
  };
}

const NO_TYPE: Failure = {
  kind: 'rejected',
  id: 'activity types',
  reason: 'the work system names no activity type that a new entry could have',
};

const FIELD_SETTINGS = ['titleWay', 'notesWay', 'locationWay', 'participantsWay'] as const;

const fieldWords = (settings: CalendarSettings): string[] =>
  FIELD_SETTINGS.flatMap((setting) => {
    const { name, choices } = SETTING_WORDS[setting];
    const words: Readonly<Record<string, string>> = choices;
    const chosen = settings[setting];
    return chosen === DEFAULT_SETTINGS[setting] ? [] : [`${name}: ${words[chosen]!}`];
  });

const MOST_TYPES = 60;
const NAME_LENGTH = 60;

/** Names of the activity types that go to Google, project tasks never among them (S4, S19, S30). */
function summaryOf({ settings, types }: Choices): ChosenPolicy {
  const chosen = settings.types;
  const synced = types.filter(
    ({ id, isTask }) => !isTask && (chosen.kind === 'all' || chosen.ids.includes(id)),
  );
  return {
    privateEvents: settings.privateEvents,
    specialEvents: settings.specialEvents,
    types: synced.slice(0, MOST_TYPES).map(({ name }) => shortened(name, NAME_LENGTH)),
    fields: fieldWords(settings),
    ...(settings.whoConnects === 'administrators' && { areConnected: true }),
  };
}
