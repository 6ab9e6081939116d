/** What an administrator decides about the events that Tandem makes, and about single fields (C17, C18, TF18, TF25, TF26). */
import { inputOf, pushes, shows, type Actions, type Answer, type Inputs } from '../../card/action';
import { CALENDAR } from './action-names';
import type { CalendarActionPorts } from './action-ports';
import { calendarTroubleCard } from './admin-cards';
import { askBeforeRewriting, fieldWaysCard, madeEventsCard } from './made-cards';
import { carried, faultIn, savable, typedOver } from './made-settings';
import { templateOf } from '../settings';

export const madeActions = ({ admin }: CalendarActionPorts): Actions => ({
  [CALENDAR.madeEvents]: {
    for: 'auditor',
    isRead: true,
    reach: 'workbook',
    run: (inputs) => showMade(admin, inputs),
  },
  [CALENDAR.saveMadeEvents]: {
    for: 'operator',
    reach: 'workbook',
    run: (inputs) => saveMade(admin, inputs),
  },
  [CALENDAR.fieldWays]: {
    for: 'auditor',
    isRead: true,
    reach: 'workbook',
    run: () => showWays(admin),
  },
  [CALENDAR.saveFieldWays]: {
    for: 'operator',
    reach: 'workbook',
    run: (inputs) => saveWays(admin, inputs),
  },
});

function showMade({ settings }: CalendarActionPorts['admin'], inputs: Inputs): Answer {
  const before = settings.load();
  if (!before.ok) return shows(calendarTroubleCard(before.failure));
  return pushes(madeEventsCard(typedOver(before.value, inputs)));
}

function showWays({ settings }: CalendarActionPorts['admin']): Answer {
  const before = settings.load();
  return before.ok
    ? pushes(fieldWaysCard(before.value))
    : shows(calendarTroubleCard(before.failure));
}

function saveWays({ settings: book }: CalendarActionPorts['admin'], inputs: Inputs): Answer {
  const before = book.load();
  if (!before.ok) return shows(calendarTroubleCard(before.failure));
  const settings = savable(typedOver(before.value, inputs));
  if (settings === null)
    return { ...shows(fieldWaysCard(before.value)), notice: 'Nothing was saved. Choose again.' };
  const kept = book.save(settings);
  if (!kept.ok) return shows(calendarTroubleCard(kept.failure));
  return { ...shows(fieldWaysCard(settings)), notice: 'Saved. It applies from the next run.' };
}

function saveMade(admin: CalendarActionPorts['admin'], inputs: Inputs): Answer {
  const before = admin.settings.load();
  if (!before.ok) return shows(calendarTroubleCard(before.failure));
  const types = admin.work.types();
  if (!types.ok) return shows(calendarTroubleCard(types.failure));
  const typed = typedOver(before.value, inputs);
  const fault = faultIn(typed);
  if (fault !== null)
    return { ...shows(madeEventsCard(typed)), notice: `${fault} Nothing was saved.` };
  const settings = savable(typed);
  if (settings === null)
    return { ...shows(madeEventsCard(before.value)), notice: 'Nothing was saved. Choose again.' };
  const lookOf = (one: typeof settings): string => JSON.stringify(templateOf(one, types.value));
  if (lookOf(settings) !== lookOf(before.value) && inputOf(inputs, 'isConfirmed') !== 'yes') {
    const made = admin.madeCopies();
    if (!made.ok) return shows(calendarTroubleCard(made.failure));
    if (made.value.entries > 0)
      return {
        ...pushes(askBeforeRewriting(made.value, carried(settings))),
        notice: 'Not saved yet.',
      };
  }
  const kept = admin.settings.save(settings);
  if (!kept.ok) return shows(calendarTroubleCard(kept.failure));
  return { ...shows(madeEventsCard(settings)), notice: 'Saved. It applies from the next run.' };
}
