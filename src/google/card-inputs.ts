/** What a person types and chooses on a card, as CardService has it. */
import type { DateTimePicker, SelectionInput, TextInput } from '../card/card-json';
import { builtAction } from './card-clicks';
import { given } from './given';

type Cards = GoogleAppsScript.Card_Service.CardService;

export function builtTextInput(input: TextInput): ReturnType<Cards['newTextInput']> {
  const built = CardService.newTextInput();
  given(input.name, (name) => built.setFieldName(name));
  given(input.label, (label) => built.setTitle(label));
  given(input.hintText, (hint) => built.setHint(hint));
  given(input.value, (value) => built.setValue(value));
  given(input.type, (type) => built.setMultiline(type === 'MULTIPLE_LINE'));
  given(input.onChangeAction, (action) => built.setOnChangeAction(builtAction(action)));
  return built;
}

export function builtSelection(input: SelectionInput): ReturnType<Cards['newSelectionInput']> {
  const built = CardService.newSelectionInput();
  given(input.name, (name) => built.setFieldName(name));
  given(input.label, (label) => built.setTitle(label));
  given(input.type, (type) => built.setType(CardService.SelectionInputType[type]));
  for (const { text = '', value = '', selected = false } of input.items ?? [])
    built.addItem(text, value, selected);
  given(input.onChangeAction, (action) => built.setOnChangeAction(builtAction(action)));
  return built;
}

/** What the three pickers have in common. */
interface Picker {
  setFieldName(name: string): unknown;
  setTitle(title: string): unknown;
  setOnChangeAction(action: ReturnType<Cards['newAction']>): unknown;
}

export function builtPicker(picker: DateTimePicker): GoogleAppsScript.Card_Service.Widget {
  const { name, label, onChangeAction } = picker;
  const built = pickerOf(picker);
  given(name, (text) => built.setFieldName(text));
  given(label, (text) => built.setTitle(text));
  given(onChangeAction, (action) => built.setOnChangeAction(builtAction(action)));
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
    given(valueMsEpoch, (ms) => built.setValueInMsSinceEpoch(ms));
    return built;
  }
  const built = CardService.newDateTimePicker();
  given(valueMsEpoch, (ms) => built.setValueInMsSinceEpoch(ms));
  given(timezoneOffsetDate, (minutes) => built.setTimeZoneOffsetInMins(minutes));
  return built;
}

/** Card JSON has a time of day in milliseconds; CardService in hours and minutes. */
function timePicker(valueMsEpoch: string | undefined): ReturnType<Cards['newTimePicker']> {
  const built = CardService.newTimePicker();
  given(valueMsEpoch, (ms) => {
    const minutes = Math.floor(Number(ms) / 60_000);
    built.setHours(Math.floor(minutes / 60) % 24).setMinutes(minutes % 60);
  });
  return built;
}
