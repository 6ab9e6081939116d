import { Field } from '../shell/field';
import { recurrenceOf, repeatChoices, ruleOf, type Repeat, type RepeatEnd } from './repeat-rule';
import { repeatWords } from './repeat-words';
import { Select } from './select';
import type { FormPart } from './when-fields';
import { addDays } from './wall-time';

/** Whether and how an event repeats, and until when. */
export function RepeatFields({ draft, change }: FormPart) {
  const { repeat, repeatEnd, startDate } = draft;
  const choose = (next: Repeat) =>
    change({
      repeat: next,
      ...(next === 'custom' && {
        rule:
          draft.rule ||
          ruleOf(repeat === 'none' || repeat === 'custom' ? 'weekly' : repeat, startDate),
      }),
    });
  return (
    <>
      <Select
        label="Repeat"
        value={repeat}
        options={repeatChoices(startDate)}
        change={(value) => choose(value as Repeat)}
      />
      {repeat === 'custom' && (
        <Field
          label="Rule (RRULE)"
          value={draft.rule}
          spellcheck={false}
          hint={draft.rule ? wordsOf(draft.rule) : 'For example FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE'}
          onInput={({ currentTarget: { value } }) => change({ rule: value })}
        />
      )}
      {repeat !== 'none' && repeat !== 'custom' && (
        <div class="when">
          <Select
            label="Ends"
            value={repeatEnd.kind}
            options={ENDS}
            change={(kind) => change({ repeatEnd: endOf(kind as RepeatEnd['kind'], startDate) })}
          />
          {repeatEnd.kind === 'on' && (
            <Field
              label="Last day"
              type="date"
              value={repeatEnd.date}
              onInput={({ currentTarget: { value } }) =>
                value && change({ repeatEnd: { kind: 'on', date: value } })
              }
            />
          )}
          {repeatEnd.kind === 'after' && (
            <Field
              label="Occurrences"
              type="number"
              min={1}
              max={730}
              value={String(repeatEnd.count)}
              onInput={({ currentTarget: { value } }) =>
                Number(value) > 0 &&
                change({ repeatEnd: { kind: 'after', count: Math.floor(Number(value)) } })
              }
            />
          )}
        </div>
      )}
    </>
  );
}

const ENDS = [
  { value: 'never', label: 'Never' },
  { value: 'on', label: 'On' },
  { value: 'after', label: 'After' },
];

const endOf = (kind: RepeatEnd['kind'], start: string): RepeatEnd => {
  if (kind === 'on') return { kind, date: addDays(start, 91) };
  return kind === 'after' ? { kind, count: 13 } : { kind };
};

const wordsOf = (rule: string): string =>
  repeatWords(
    recurrenceOf(
      { repeat: 'custom', rule, end: { kind: 'never' } },
      { date: '2026-01-01', allDay: false },
    ),
  );
