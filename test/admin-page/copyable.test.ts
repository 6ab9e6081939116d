import { copyable } from '../../src/card/copyable';

describe('a text to copy', () => {
  test.each([
    ['a short one', '1048', 'SINGLE_LINE'],
    ['a long one', 'https://www.googleapis.com/auth/calendar.events,https://x', 'SINGLE_LINE'],
    ['a longer one', 'x'.repeat(61), 'MULTIPLE_LINE'],
    ['one of two lines', 'a\nb', 'MULTIPLE_LINE'],
  ] as const)('%s is a text input of its own name', (_, text, type) => {
    expect(copyable('scopes', 'OAuth scopes', text)).toEqual({
      textInput: { name: 'copy.scopes', label: 'OAuth scopes', value: text, type },
    });
  });
});
