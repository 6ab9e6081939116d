import { FAILURE_WORDS, failureOf } from '../../src/admin-page/call-failure';
import { outcomeOf } from '../../src/admin-page/server-call';
import { pageOf } from '../../src/card/page';

const page = pageOf({ title: 'People', account: 'anna@acme.example', places: [], next: null }, []);

describe('an answer of the door', () => {
  test.each([
    ['as JSON text', JSON.stringify(page)],
    ['as it is', page],
  ])('is a page %s', (_, answer) => {
    expect(outcomeOf(answer)).toEqual({ kind: 'page', page });
  });

  test.each([
    [null],
    ['<html>'],
    ['null'],
    ['{"cards":[]}'],
    [undefined],
    [{ places: [], next: null }],
  ])('of %p is not a page, and the failure says what came', (answer) => {
    expect(outcomeOf(answer)).toMatchObject({
      kind: 'failure',
      failure: { kind: 'not-a-page', message: expect.stringMatching(/^Tandem responded: /) },
    });
  });
});

describe('an error of a call', () => {
  test.each([
    ['NetworkError', 'NetworkError: Connection failure due to HTTP 0', 'unreachable'],
    ['Error', 'We’re sorry, a server error occurred: PERMISSION_DENIED', 'wrong-account'],
    ['Error', 'Exception: Service invoked too many times', 'broken'],
  ] as const)('%s "%s" is %s', (name, message, kind) => {
    expect(failureOf(Object.assign(new Error(message), { name }))).toEqual({ kind, message });
    expect(FAILURE_WORDS[kind].cure).not.toBe('');
  });
});
