import type { DateTimePicker } from '../../card/card-json';
import { runAction } from './click';
import { element, freshId } from './element';
import type { FormInput } from './form-inputs';
import type { Drawing } from './hands';
import { hintLine } from './hint-line';

const MINUTE_MS = 60_000;

/** A date, a time or both, with the browser's own picker. */
export function drawDateTimePicker(widget: DateTimePicker, drawing: Drawing): HTMLElement {
  const { name = '', label, type = 'DATE_AND_TIME', valueMsEpoch, onChangeAction } = widget;
  const id = freshId();
  const kind = KINDS[type];
  const field = element('input', {
    id,
    type: kind.input,
    'aria-label': label ? undefined : name,
    onchange: () => onChangeAction && void runAction(onChangeAction, drawing),
  });
  const below = hintLine(() => field);
  const offsetMs = type === 'DATE_AND_TIME' ? (widget.timezoneOffsetDate ?? 0) * MINUTE_MS : 0;
  const show = (ms: number) =>
    void (field.value = kind.show(new Date(ms + offsetMs).toISOString()));
  if (valueMsEpoch) show(Number(valueMsEpoch));
  drawing.form.add({
    name,
    read: () => (field.value === '' ? null : kind.read(field.value, offsetMs)),
    restore: (held) => show(instantOf(held)),
    problem: () => null,
    showProblem: below.show,
  });
  return element(
    'div',
    { class: 'card-field' },
    label ? element('label', { for: id }, label) : null,
    field,
    below.line,
  );
}

interface Kind {
  readonly input: string;
  /** The field's text for an ISO instant whose UTC parts are the wall time. */
  show(iso: string): string;
  read(value: string, offsetMs: number): FormInput;
}

/** Dates are sent as the milliseconds of midnight in UTC, times as hours and minutes. */
const KINDS: Readonly<Record<NonNullable<DateTimePicker['type']>, Kind>> = {
  DATE_ONLY: {
    input: 'date',
    show: (iso) => iso.slice(0, 10),
    read: (value) => ({ dateInput: { msSinceEpoch: String(Date.parse(`${value}T00:00:00Z`)) } }),
  },
  TIME_ONLY: {
    input: 'time',
    show: (iso) => iso.slice(11, 16),
    read(value) {
      const [hours = 0, minutes = 0] = value.split(':').map(Number);
      return { timeInput: { hours, minutes } };
    },
  },
  DATE_AND_TIME: {
    input: 'datetime-local',
    show: (iso) => iso.slice(0, 16),
    read: (value, offsetMs) => ({
      dateTimeInput: {
        hasDate: true,
        hasTime: true,
        msSinceEpoch: String(Date.parse(`${value.slice(0, 16)}:00Z`) - offsetMs),
      },
    }),
  },
};

function instantOf(held: FormInput): number {
  if ('timeInput' in held) return (held.timeInput.hours * 60 + held.timeInput.minutes) * MINUTE_MS;
  if ('dateInput' in held) return Number(held.dateInput.msSinceEpoch);
  return 'dateTimeInput' in held ? Number(held.dateTimeInput.msSinceEpoch) : 0;
}
