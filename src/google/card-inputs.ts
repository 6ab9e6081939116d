/** Builds the inputs of a card with CardService. */
import type { DateTimePicker, SelectionInput, TextInput } from '../card/card-json';
import { buildAction } from './card-clicks';
import { ifGiven } from './if-given';

type Cards = GoogleAppsScript.Card_Service.CardService;

export function buildTextInput(input: TextInput): ReturnType<Cards['newTextInput']> {
  const built = CardService.newTextInput();
  ifGiven(input.name, (name) => built.setFieldName(name));
  ifGiven(input.label, (label) => built.setTitle(label));
  ifGiven(input.hintText, (hint) => built.setHint(hint));
  ifGiven(input.value, (value) => built.setValue(value));
  ifGiven(input.type, (type) => built.setMultiline(type === 'MULTIPLE_LINE'));
  ifGiven(input.onChangeAction, (action) => built.setOnChangeAction(buildAction(action)));
  return built;
}

export function buildSelection(input: SelectionInput): ReturnType<Cards['newSelectionInput']> {
  const built = CardService.newSelectionInput();
  ifGiven(input.name, (name) => built.setFieldName(name));
  ifGiven(input.label, (label) => built.setTitle(label));
  ifGiven(input.type, (type) => built.setType(CardService.SelectionInputType[type]));
  for (const { text = '', value = '', selected = false } of input.items ?? [])
    built.addItem(text, value, selected);
  ifGiven(input.onChangeAction, (action) => built.setOnChangeAction(buildAction(action)));
  return built;
}

/** What the three pickers have in common. */
interface Picker {
  setFieldName(name: string): unknown;
  setTitle(title: string): unknown;
  setOnChangeAction(action: ReturnType<Cards['newAction']>): unknown;
}

export function buildPicker(picker: DateTimePicker): GoogleAppsScript.Card_Service.Widget {
  const { name, label, onChangeAction } = picker;
  const built = pickerOf(picker);
  ifGiven(name, (text) => built.setFieldName(text));
  ifGiven(label, (text) => built.setTitle(text));
  ifGiven(onChangeAction, (action) => built.setOnChangeAction(buildAction(action)));
  return built;
}

function pickerOf({
  type,
  valueMsEpoch,
  timezoneOffsetDate,
}: DateTimePicker): GoogleAppsScript.Card_Service.Widget & Picker {
  if (type === 'TIME_ONLY') return timePicker(valueMsEpoch);
  if (type === 'DATE_ONLY') {
    const built = CardService.newDatePicker();
    ifGiven(valueMsEpoch, (ms) => built.setValueInMsSinceEpoch(ms));
    return built;
  }
  const built = CardService.newDateTimePicker();
  ifGiven(valueMsEpoch, (ms) => built.setValueInMsSinceEpoch(ms));
  ifGiven(timezoneOffsetDate, (minutes) => built.setTimeZoneOffsetInMins(minutes));
  return built;
}

/** Card JSON has a time of day in milliseconds; CardService in hours and minutes. */
function timePicker(valueMsEpoch: string | undefined): ReturnType<Cards['newTimePicker']> {
  const built = CardService.newTimePicker();
  ifGiven(valueMsEpoch, (ms) => {
    const minutes = Math.floor(Number(ms) / 60_000);
    built.setHours(Math.floor(minutes / 60) % 24).setMinutes(minutes % 60);
  });
  return built;
}
