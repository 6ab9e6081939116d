/**
 * What Tandem adds to the texts of the events that it makes: a client ID, or the rest of an organization's template. It belongs to no
 * entry. It is taken off where an event is read, so that an edit in Google comes to the activity without it.
 */
import { textDigest } from '../../kit/text-digest';
import { shortened } from '../../kit/text';
import { textOfHtml } from './description';
import type { Added, Around } from './entry';
import { MOST_CHARACTERS, plainLine, plainText } from './text';

/** What an organization has added to the texts of events. */
export interface Template {
  readonly title: string;
  readonly notes: string;
  /** Whether client IDs may be in events at all (C17). */
  readonly hasClientId: boolean;
  /** Names of activity types by id; empty when no template names the type. */
  readonly typeNames: Readonly<Record<string, string>>;
}

type TemplateText = 'title' | 'notes';

/** The templates that add nothing. */
export const BARE = { title: '{title}', notes: '{notes}' } as const;

const MOST_OF_TEMPLATE = 300;
const MOST_OF_VALUE = 100;
const FIELD = /\{([^{}]*)\}/g;
const CLIENT_ID_LINE = '\n\nClient ID: {reference}';

/** Says in a sentence why a template cannot be used; null if it can. */
export function templateFault(template: string, of: TemplateText): string | null {
  const known = [of, 'type', 'reference'];
  const named = fieldsIn(template);
  const unknown = named.find((name) => !known.includes(name));
  if (unknown !== undefined)
    return `Unknown field {${unknown}}. The fields are {${known.join('}, {')}}.`;
  if (named.filter((name) => name === of).length !== 1) return `Write {${of}} in it exactly once.`;
  if (/[{}]/.test(template.replace(FIELD, '')))
    return 'A brace has no partner. Fields are written {type}.';
  if (of === 'title' && /[\r\n]/.test(template)) return 'A title has only one line.';
  return template.length > MOST_OF_TEMPLATE
    ? `It may have at most ${MOST_OF_TEMPLATE} characters.`
    : null;
}

const fieldsIn = (text: string): string[] =>
  (text.match(FIELD) ?? []).map((field) => field.slice(1, -1));

/** What a template adds to one activity. A line whose field has no value is left out. */
export function addedBy(
  { title, notes, hasClientId, typeNames }: Template,
  { typeId, reference = '' }: { readonly typeId: string; readonly reference?: string | undefined },
): Added | undefined {
  const values: Readonly<Record<string, string>> = {
    type: shortened(plainLine(typeNames[typeId], 'title'), MOST_OF_VALUE),
    reference: hasClientId ? shortened(plainLine(reference, 'title'), MOST_OF_VALUE) : '',
  };
  const whole = hasClientId && !notes.includes('{reference}') ? notes + CLIENT_ID_LINE : notes;
  const added: Added = {
    title: aroundIn(title, 'title', values),
    notes: aroundIn(whole, 'notes', values),
  };
  return isSomething(added) ? added : undefined;
}

function aroundIn(
  template: string,
  of: TemplateText,
  values: Readonly<Record<string, string>>,
): Around {
  const [before = '', after = ''] = template.split(BARE[of]).map((part) =>
    part
      .split('\n')
      .filter((line) => fieldsIn(line).every((name) => values[name]))
      .join('\n')
      .replace(FIELD, (_, name: string) => values[name]!),
  );
  return [core(before) && before.trimStart(), core(after) && after.trimEnd()];
}

const core = (part: string): string => plainText(part, 'work');

const coresOf = ({ title, notes }: Added): string[] => [...title, ...notes].map(core);

const isSomething = (added: Added): boolean => coresOf(added).some((part) => part !== '');

export const sameAdded = (one: Added | undefined, other: Added | undefined): boolean =>
  one === other || (one && coresOf(one).join('\0')) === (other && coresOf(other).join('\0'));

/** The text with what is added to it; as it is, if there is no room for more. */
export function withAdded(text: string, of: TemplateText, added: Added | undefined): string {
  if (!added) return text;
  const [before, after] = added[of];
  const whole = `${before}${text}${after}`.trim();
  return whole.length < MOST_CHARACTERS.google[of] ? whole : text;
}

const ADDED = 'tandemAdded';

/**
 * The private extended property by which the added parts are found again: of each, its length and a digest, so that it says nothing
 * itself. Empty when nothing is added.
 */
export const addedMark = (added: Added | undefined): Record<string, string> => ({
  [ADDED]: added
    ? coresOf(added)
        .map((part) => (part === '' ? '' : `${part.length}.${textDigest(part)}`))
        .join(' ')
    : '',
});

interface EventTexts {
  readonly summary?: string;
  readonly description?: string;
  readonly extendedProperties?: { readonly private?: Readonly<Record<string, string>> };
}

/**
 * The texts of an event as a person would have typed them, and what is added to them. A part that somebody has edited or removed is
 * theirs: then it counts as their text.
 */
export function textsOfEvent({ summary, description, extendedProperties }: EventTexts): {
  readonly title: string;
  readonly notes: string;
  readonly added?: Added;
} {
  const mark = extendedProperties?.private?.[ADDED];
  if (!mark) return { title: plainLine(summary, 'title'), notes: textOfHtml(description) };
  const [first = '', last = '', above = '', below = ''] = mark.split(' ');
  const title = apart((summary ?? '').trim(), [first, last]);
  const notes = apart(textOfHtml(description, 'work'), [above, below]);
  const added: Added = { title: title.around, notes: notes.around };
  return {
    title: plainLine(title.text, 'title'),
    notes: plainText(notes.text),
    ...(isSomething(added) && { added }),
  };
}

function apart(
  whole: string,
  [first, last]: readonly [string, string],
): { readonly text: string; readonly around: Around } {
  const [start, end] = [lengthIn(first), lengthIn(last)];
  const isFirst = start > 0 && `${start}.${textDigest(whole.slice(0, start))}` === first;
  const rest = isFirst ? whole.slice(start) : whole;
  const at = rest.length - end;
  const isLast = end > 0 && at >= 0 && `${end}.${textDigest(rest.slice(at))}` === last;
  const between = isLast ? rest.slice(0, at) : rest;
  const text = between.trim();
  const from = between.indexOf(text);
  return {
    text,
    around: [
      isFirst ? whole.slice(0, start) + between.slice(0, from) : '',
      isLast ? between.slice(from + text.length) + rest.slice(at) : '',
    ],
  };
}

const lengthIn = (part: string): number => Number.parseInt(part, 10) || 0;
