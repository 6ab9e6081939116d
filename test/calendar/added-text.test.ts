// What is added to the texts of events, and how it is taken off again.
import fc from 'fast-check';
import {
  addedBy,
  addedMark,
  templateFault,
  textsOfEvent,
  withAdded,
  type Template,
} from '../../src/calendar/entry/added-text';
import { htmlOfText } from '../../src/calendar/entry/description';
import { plainLine, plainText } from '../../src/calendar/entry/text';

const TEMPLATE: Template = {
  title: '{type}: {title} ({reference})',
  notes: 'For {reference}\n\n{notes}\n\nA {type}',
  hasClientId: true,
  typeNames: { m: 'Meeting' },
};
const added = (template: Partial<Template> = {}, reference = 'C-1', typeId = 'm') =>
  addedBy({ ...TEMPLATE, ...template }, { typeId, reference });
const read = (summary: string, description: string, its = added()) => {
  const { title, notes } = textsOfEvent({
    summary,
    description,
    extendedProperties: { private: addedMark(its) },
  });
  return [title, notes];
};

test.each([
  ['{title}', 'title', null],
  ['{type} – {title}', 'title', null],
  ['{notes}\n{reference}', 'notes', null],
  ['No field', 'title', 'Write {title} in it exactly once.'],
  ['{title} {title}', 'title', 'Write {title} in it exactly once.'],
  ['{notes}', 'title', 'Unknown field {notes}. The fields are {title}, {type}, {reference}.'],
  ['{title} {Type}', 'title', 'Unknown field {Type}. The fields are {title}, {type}, {reference}.'],
  ['{title} {type', 'title', 'A brace has no partner. Fields are written {type}.'],
  ['{title}\n{type}', 'title', 'A title has only one line.'],
  [`{notes}${'x'.repeat(300)}`, 'notes', 'It may have at most 300 characters.'],
] as const)('the template “%s” for a %s: %s [TF25]', (template, of, fault) => {
  expect(templateFault(template, of)).toBe(fault);
});

test('a line whose field has no value is left out, and a template without any value adds nothing', () => {
  expect(added({}, '')?.title).toEqual(['Meeting: ', '']);
  expect(added({}, '')?.notes).toEqual(['', '\n\nA Meeting']);
  expect(added({ title: '{title} ({type})', notes: '{notes}' }, '', 'gone')).toBeUndefined();
  expect(added({ hasClientId: false })?.title).toEqual(['Meeting: ', '']);
});

test.each([
  [
    'as Tandem wrote it',
    'Meeting: Visit (C-1)',
    'For C-1\n\nBring tea\n\nA Meeting',
    'Visit',
    'Bring tea',
  ],
  ['with the title edited', 'Meeting: Next visit (C-1)', '', 'Next visit', ''],
  ['with everything removed', '', '', '', ''],
  ['with a text in front', 'Moved! Meeting: Visit (C-1)', '', 'Moved! Meeting: Visit', ''],
  ['with the added part edited', 'Meeting: Visit (C-12)', '', 'Visit (C-12)', ''],
  ['without the added part', 'Visit', 'Bring tea', 'Visit', 'Bring tea'],
  [
    'as HTML of the same text',
    'Meeting: Visit (C-1)',
    '<p>For C-1</p><p>Bring <b>tea</b></p><p>A Meeting</p>',
    'Visit',
    'Bring tea',
  ],
  ['with no notes left', 'Meeting: (C-1)', 'For C-1\n\nA Meeting', '', ''],
])('an event %s is read without what was added [TF25]', (_, summary, description, ...texts) => {
  expect(read(summary, description)).toEqual(texts);
});

test('texts that leave no room are not added to, so that nothing of them is cut', () => {
  const long = 'x'.repeat(7990);
  expect(withAdded(long, 'notes', added())).toBe(long);
  expect(read('Visit', long)).toEqual(['Visit', long]);
});

test('the mark of an event says nothing of what was added [C17]', () => {
  expect(JSON.stringify(addedMark(added()))).not.toContain('C-1');
});

test('any text comes back as it was, whatever is added to it [TF25]', () => {
  const text = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc
      .array(fc.constantFrom('Meeting: ', '(C-1)', '\n', ' ', '<b>', '&amp;', 'A Meeting', 'x'), {
        maxLength: 8,
      })
      .map((all) => all.join('')),
  );
  fc.assert(
    fc.property(text, text, fc.constantFrom('', 'C-1', '<i>&'), (name, more, reference) => {
      const its = added({}, reference);
      const [title, notes] = [plainLine(name, 'title'), plainText(more)];
      expect(
        read(withAdded(title, 'title', its), htmlOfText(withAdded(notes, 'notes', its)), its),
      ).toEqual([title, notes]);
    }),
  );
});
