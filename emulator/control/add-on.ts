import { addOnFor, grantActiveDocument, openPanel, runPanelFunction } from '../add-on/panel';
import type { HostContext } from '../add-on/event-object';
import { ConsoleRefusal } from '../workspace/admin-action';
import { requireAccount } from './account';
import type { ControlAction } from './control-action';
import { ControlRefusal, type Input } from './input';

const HOSTS = ['CALENDAR', 'SHEETS'] as const;

/** The add-on as a person finds it in a host: `?as=…&host=CALENDAR`. */
export const addOn: ControlAction = ({ workspace }, input) => {
  input.allowOnly(['as', 'host']);
  const person = requireAccount(workspace, input.text('as'));
  return { addOn: addOnFor(workspace, person, { host: input.choice('host', HOSTS) }) };
};

/**
 * What a person does in the side panel: `do` is `open`, `run` (with `function`, `parameters`, `formInputs`) or
 * `grantFile`. `calendar: {calendarId, eventId?}` or `sheets: {id}` say what is open.
 */
export const useAddOn: ControlAction = ({ workspace }, input) => {
  input.allowOnly([
    'as',
    'host',
    'do',
    'function',
    'parameters',
    'formInputs',
    'calendar',
    'sheets',
  ]);
  const person = requireAccount(workspace, input.text('as'));
  const context = contextOf(input);
  try {
    switch (input.choice('do', ['open', 'run', 'grantFile'] as const)) {
      case 'open':
        return openPanel(workspace, person, context);
      case 'grantFile':
        return grantActiveDocument(workspace, person, context);
      case 'run':
        return runPanelFunction(workspace, person, context, {
          name: input.text('function'),
          event: {
            ...optional('formInputs', input.optionalObject('formInputs')),
            ...optional('parameters', input.optionalObject('parameters') as Record<string, string>),
          },
        });
    }
  } catch (error) {
    if (error instanceof ConsoleRefusal) throw new ControlRefusal(403, error.message);
    throw error;
  }
};

function contextOf(input: Input): HostContext {
  const calendar = input.optionalObject('calendar') && input.nested('calendar');
  const sheets = input.optionalObject('sheets') && input.nested('sheets');
  return {
    host: input.choice('host', HOSTS),
    ...(calendar && {
      calendar: {
        calendarId: calendar.text('calendarId'),
        ...optional('eventId', calendar.optionalText('eventId')),
      },
    }),
    ...(sheets && { sheets: { id: sheets.text('id') } }),
  };
}

const optional = <K extends string, V>(key: K, value: V | undefined): { [name in K]?: V } =>
  value === undefined ? {} : ({ [key]: value } as { [name in K]: V });
