// The figures that docs/architecture.md gives of one event's path are what the built add-on does.
import { blockOf, replaceBlock, sectionOf, textOf } from './documents';
import { filesInAll, InStep, type Path } from './path-of-one-event';
import { MINUTE_MS, NOORA } from '../support/set-up';

const DOCUMENT = 'docs/architecture.md';

/** What one entry may cost, whoever changed it and wherever. */
const MOST = { reads: 4, writes: 3 };

let company: InStep;
beforeAll(() => {
  company = new InStep();
});

const eventId = (title: string): string => company.calendar.titled(title)[0]!.id;

const HAPPENINGS: readonly (readonly [string, () => void])[] = [
  ['nothing', () => undefined],
  ['an event is added', () => void company.calendar.addHour('Made here', '2026-12-17T09:00:00Z')],
  ['an event is edited', () => company.calendar.change(eventId('Made here'), { location: 'Room 1' })],
  [
    'a row is added',
    () =>
      company.workbook.add('Activities', {
        Name: 'Typed',
        Owner: NOORA,
        Start: '2026-12-18 09:00',
        End: '2026-12-18 10:00',
      }),
  ],
  [
    'a row is edited',
    () => company.workbook.change('Activities', ['Name', 'Typed'], { Location: 'Room 2' }),
  ],
  ['an event is deleted', () => company.calendar.remove(eventId('Made here'))],
];

const paths = new Map<string, Path>();

test.each(HAPPENINGS)('when %s, a run reads the workbook at most four times and writes three', (name, change) => {
  const path = company.pathOf(change);
  paths.set(name, path);
  company.workspace.advance(5 * MINUTE_MS);
  expect(path.reads).toBeLessThanOrEqual(MOST.reads);
  expect(path.writes).toBeLessThanOrEqual(MOST.writes);
});

test('what happened was carried over, so that the figures are of something', () => {
  expect(company.workbook.named('Made here')).toEqual([]);
  expect(company.calendar.titled('Typed')).toMatchObject([{ location: 'Room 2' }]);
  expect(paths.size).toBe(HAPPENINGS.length);
});

const table = (): string =>
  [
    '| what happens | reads of the workbook | writes | requests to Google Calendar |',
    '| --- | ---: | ---: | ---: |',
    ...[...paths].map(([name, { reads, writes, calendar }]) => `| ${name} | ${reads} | ${writes} | ${calendar} |`),
    '',
  ].join('\n');

test(`${DOCUMENT} has the figures that are measured: UPDATE_DOCS=1 writes them anew`, () => {
  if (process.env['UPDATE_DOCS'] === '1') replaceBlock(DOCUMENT, 'one-event', table());
  expect(blockOf(textOf(DOCUMENT), 'one-event')).toBe(table());
});

test(`${DOCUMENT} says of how many files an added event runs something, at most`, () => {
  const told = sectionOf(textOf(DOCUMENT), '### The path of one event').replace(/\s+/g, ' ');
  const [, all, idle] = /at most (\d+) files of `src`, at most (\d+) of which/.exec(told)!;
  const filesOf = (name: string): number => paths.get(name)!.files.length;
  expect(filesOf('an event is added')).toBeLessThanOrEqual(Number(all));
  expect(filesOf('nothing')).toBeLessThanOrEqual(Number(idle));
  expect(Number(all)).toBeLessThan(filesInAll());
  if (process.env['UPDATE_DOCS'] === '1')
    console.log(`${filesOf('an event is added')} of ${filesInAll()}, ${filesOf('nothing')} when idle`);
});
