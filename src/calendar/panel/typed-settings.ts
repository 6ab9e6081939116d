/** The settings as chosen on the Admin page's card, saved or not. */
import { inputOf, type Inputs, type Parameters } from '../../card/action';
import { calendarSettings, type ActivityType, type CalendarSettings } from '../settings';

/** Names of the card's inputs. */
const NAMES = [
  'winner',
  'privateEvents',
  'specialEvents',
  'whichTypes',
  'types',
  'defaultType',
] as const;

/** The choices as parameters that another card carries along, so that none is lost on the way. */
const CARRIED = 'typed';

/** For the buttons of a card that is shown above the settings. */
export function carrying(inputs: Inputs): Parameters {
  const carried = inputOf(inputs, CARRIED);
  if (carried !== '') return { [CARRIED]: carried };
  const typed = NAMES.flatMap((name) => (inputs[name] ? [[name, inputs[name]] as const] : []));
  return typed.length === 0 ? {} : { [CARRIED]: JSON.stringify(Object.fromEntries(typed)) };
}

function carriedBy(inputs: Inputs): Inputs {
  try {
    const typed = JSON.parse(inputOf(inputs, CARRIED) || '{}') as Record<string, unknown>;
    return Object.fromEntries(
      NAMES.flatMap((name) => {
        const value = typed[name];
        return Array.isArray(value) ? [[name, value.map(String)] as const] : [];
      }),
    );
  } catch {
    return {};
  }
}

/** The settings before with the card's choices, or null for values that none of our cards sends. Project tasks are never among the types (S4). */
export function settingsOf(
  sent: Inputs,
  known: readonly ActivityType[],
  before: CalendarSettings,
): CalendarSettings | null {
  const inputs = { ...sent, ...carriedBy(sent) };
  const usable = new Set(known.filter(({ isTask }) => !isTask).map(({ id }) => id));
  const ids = (inputs['types'] ?? []).filter((id) => usable.has(id));
  const defaultTypeId = inputOf(inputs, 'defaultType');
  return calendarSettings.decode(
    {
      ...before,
      winner: inputOf(inputs, 'winner'),
      privateEvents: inputOf(inputs, 'privateEvents'),
      specialEvents: inputOf(inputs, 'specialEvents'),
      types: inputOf(inputs, 'whichTypes') === 'all' ? { kind: 'all' } : { kind: 'chosen', ids },
      defaultTypeId: usable.has(defaultTypeId) ? defaultTypeId : null,
    },
    calendarSettings.version,
  );
}

export const sameSettings = (one: CalendarSettings, other: CalendarSettings): boolean =>
  JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));

const inOrder = ({ types, ...rest }: CalendarSettings) => [
  rest.winner,
  rest.privateEvents,
  rest.specialEvents,
  rest.defaultTypeId,
  types.kind === 'all' ? null : [...types.ids].sort(),
];
