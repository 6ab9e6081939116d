/** The changes that a held run would make, each with what the entry says now and would say then. */
import { fact, paragraph, section } from '../../card/card';
import type { CardSection } from '../../card/card-json';
import { dateWords, timeWords } from '../../kit/date-words';
import type { Field } from '../entry/entry';
import type { ChangeExample } from '../sync/change-example';
import type { Hold } from '../sync/brakes';
import { counted } from './sentences';

const NAMES: Readonly<Record<Field, string>> = {
  title: 'Title',
  when: 'Time',
  recurrence: 'Repetition',
  organizer: 'Organizer',
  answer: 'Answer',
  private: 'Private',
  busy: 'Shows as busy',
  location: 'Location',
  notes: 'Notes',
  participants: 'Participants',
  status: 'Status',
  added: 'Added text',
};

/** @param near an instant near to now: its year is left out of dates. */
export function changesSection(hold: Hold, near: string): CardSection[] {
  if (hold.kind !== 'too-many-changes') return [];
  const { examples, changes } = hold;
  const more = changes - examples.length;
  return [
    section(
      'What would change in Google Calendar',
      ...examples.map((example) =>
        fact(example.title || '(no title)', changeWords(example, near), {
          ...(example.others > 0 && { below: `and ${counted(example.others, 'more field')}` }),
        }),
      ),
      ...(more > 0 ? [paragraph(`And ${counted(more, 'more entry', 'more entries')}.`)] : []),
    ),
  ];
}

function changeWords({ field, before, after }: ChangeExample, near: string): string {
  const words = (text: string): string =>
    field === 'when' ? spanWords(text, near) : text === '' ? 'nothing' : `“${text}”`;
  const name = field === 'when' ? '' : `${NAMES[field]}: `;
  return `${name}${words(before)} → ${words(after)}`;
}

const DAY_MS = 86_400_000;

/** `2026-03-27T09:00:00/2026-03-27T10:00:00` as `27 March, 09:00–10:00`; the end of whole days is exclusive. */
function spanWords(span: string, near: string): string {
  const [start = '', end = ''] = span.split('/');
  if (start.length === 10) {
    const last = new Date(Date.parse(end) - DAY_MS).toISOString().slice(0, 10);
    return last > start
      ? `${dateWords(start, near)} – ${dateWords(last, near)}`
      : dateWords(start, near);
  }
  const until = end.slice(0, 10) === start.slice(0, 10) ? end.slice(11, 16) : timeWords(end, near);
  return `${timeWords(start, near)}–${until}`;
}
