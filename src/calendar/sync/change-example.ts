/** One change of a plan, as shown to a person: enough to recognize the entry, with its present and its planned value. */
import { shortened } from '../../kit/text';
import type { Entry, Field, When } from '../entry/entry';
import type { Write } from './operations';

const TEXT_CHARACTERS = 60;

export interface ChangeExample {
  /** The title before the change. */
  readonly title: string;
  /** The start before the change: local time, or a date. */
  readonly start: string;
  /** The field that is shown: the times if they change, otherwise another one that does. */
  readonly field: Field;
  /** Text unchanged; times as start and end separated by a slash, in local time or as dates, the end exclusive. */
  readonly before: string;
  readonly after: string;
  /** How many other fields change. */
  readonly others: number;
}

export function exampleOfChange({ before, after, fields }: Write): ChangeExample {
  const field = fields.includes('when') ? 'when' : fields[0]!;
  return {
    title: shortened(before.title, TEXT_CHARACTERS),
    start: startOf(before.when),
    field,
    before: said(before, field),
    after: said(after, field),
    others: fields.length - 1,
  };
}

const startOf = (when: When): string => (when.kind === 'timed' ? when.start.local : when.start);

const endOf = (when: When): string => (when.kind === 'timed' ? when.end.local : when.end);

function said(entry: Entry, field: Field): string {
  if (field === 'when') return `${startOf(entry.when)}/${endOf(entry.when)}`;
  const value = entry[field];
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? shortened(value, TEXT_CHARACTERS) : '';
}
