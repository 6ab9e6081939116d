/** The settings of the cards behind the Admin page's card about calendars, as typed there. */
import { inputOf, type Inputs, type Parameters } from '../../card/action';
import { BARE, templateFault } from '../entry/added-text';
import { SETTING_WORDS } from '../setting-words';
import { calendarSettings, type CalendarSettings } from '../settings';

const MADE = ['clientId', 'titleTemplate', 'notesTemplate', 'shownAs', 'visibility'] as const;
const WAYS = ['titleWay', 'notesWay', 'locationWay', 'participantsWay'] as const;

export type MadeSettings = Pick<CalendarSettings, (typeof MADE)[number]>;

/** What the card says, over what is saved. An empty template adds nothing. */
export function typedOver(before: CalendarSettings, inputs: Inputs): CalendarSettings {
  const typed = Object.fromEntries(
    [...MADE, ...WAYS].flatMap((name) => (inputs[name] ? [[name, textIn(inputs, name)]] : [])),
  );
  return { ...before, ...typed };
}

const EMPTY: Readonly<Record<string, string>> = {
  titleTemplate: BARE.title,
  notesTemplate: BARE.notes,
};

const textIn = (inputs: Inputs, name: string): string =>
  inputOf(inputs, name).replace(/\r\n?/g, '\n').trim() || (EMPTY[name] ?? '');

/** The same as parameters of a button on another card. */
export const carried = (settings: MadeSettings): Parameters =>
  Object.fromEntries(MADE.map((name) => [name, settings[name]]));

/** Says in a sentence why the settings cannot be saved; null when they can. */
export function faultIn(settings: MadeSettings): string | null {
  const { clientId, titleTemplate, notesTemplate } = settings;
  for (const [setting, of] of [
    ['titleTemplate', 'title'],
    ['notesTemplate', 'notes'],
  ] as const) {
    const fault = templateFault(settings[setting], of);
    if (fault !== null) return `${SETTING_WORDS[setting].name}: ${fault}`;
  }
  return `${titleTemplate}${notesTemplate}`.includes('{reference}') && clientId !== 'include'
    ? 'A template has the field {reference}, but client IDs are left out of events. Take the field out, or include client IDs.'
    : null;
}

/** The settings if all of them can be saved; null for values that the card does not send. */
export const savable = (settings: CalendarSettings): CalendarSettings | null =>
  calendarSettings.decode(settings, calendarSettings.version);
