import { equallyNamed, likeNames } from '../../src/audit/names';
import { exportWords } from '../../src/audit/export-words';
import { eventNamed } from '../../src/audit/row';
import { FAILURE_KINDS } from '../../src/kit/failure-traits';
import { failureOf } from '../card/any-failure';

const LOG = ['Tandem', 'Slack', 'Zoom', 'Zoom for Workspace', 'Älypäiväkirja', 'ACME', 'Acme', 'X'];

describe('an application’s name as typed', () => {
  test.each([
    ['"Tandem"', ['Tandem']],
    ['«tandem»', ['Tandem']],
    ['alypaivakirja', ['Älypäiväkirja']],
    ['zoom  for\tworkspace', ['Zoom for Workspace']],
    ['acme', ['ACME', 'Acme']],
    ['Tandem Pro', []],
    ['""', []],
    ['', []],
  ])('%s is the same as %j', (typed, same) => {
    expect(equallyNamed(typed, LOG)).toEqual(same);
  });

  test.each([
    ['Tamdem', ['Tandem']],
    ['Slak', ['Slack']],
    ['Zoom', ['Zoom', 'Zoom for Workspace']],
    ['workspace', ['Zoom for Workspace']],
    ['Quite different', []],
    ['', []],
  ])('%s is like %j', (typed, like) => {
    expect(likeNames(typed, LOG)).toEqual(like);
  });

  test('is like three names at most, and long names take no time', () => {
    expect(likeNames('app', ['app 1', 'app 2', 'app 3', 'app 4'])).toHaveLength(3);
    expect(likeNames('x'.repeat(5_000), ['y'.repeat(50_000)])).toEqual([]);
  });
});

test.each([
  ['Grant', 'authorize'],
  ['api CALL', 'activity'],
  [' deny ', 'deny'],
  ['', ''],
  ['constructor', 'constructor'],
])('the event %s is %s in the log', (typed, name) => {
  expect(eventNamed(typed)).toBe(name);
});

test.each(FAILURE_KINDS)('%s during an export has words about the export alone', (kind) => {
  const { heading, meaning, cure } = exportWords(failureOf(kind));
  for (const text of [heading, meaning, cure]) expect(text.length).toBeGreaterThan(5);
  const all = `${heading} ${meaning} ${cure}`;
  expect(all).not.toMatch(/undefined|Journal and Runs|by itself|next run|tried again when|  /);
  expect(all).not.toMatch(/\.\.|: \./);
});
