import { ANNA } from '../../support/small-company';
import { inScript, scriptOf } from './in-script';

test.each([
  [
    "createTextOutput('a').append('b')",
    { content: 'ab', contentType: 'text/plain', fileName: null },
  ],
  [
    "createTextOutput('{}').setMimeType(ContentService.MimeType.JSON)",
    { content: '{}', contentType: 'application/json', fileName: null },
  ],
  [
    "createTextOutput().setContent('a,b').setMimeType(ContentService.MimeType.CSV).downloadAsFile('x.csv')",
    { content: 'a,b', contentType: 'text/csv', fileName: 'x.csv' },
  ],
])('ContentService.%s is served', (chain, value) => {
  const { rendered } = scriptOf(`function doGet() { return ContentService.${chain} }`).run(
    'doGet',
    { as: ANNA },
  );
  expect(rendered).toEqual({ kind: 'content', value });
});

test('a text output can be read by the script', () => {
  expect(
    inScript(`const t = ContentService.createTextOutput('a').downloadAsFile('f');
    return [t.getContent(), t.getFileName(), t.getMimeType() === ContentService.MimeType.TEXT, t.downloadAsFile(null).getFileName(), t.clear().getContent()]`),
  ).toEqual(['a', 'f', true, null, '']);
});

test.each([
  [
    "createTextOutput('').setMimeType('text/plain')",
    "The parameters (String) don't match the method signature for TextOutput.setMimeType.",
  ],
  ["createTextOutput('').downloadAsFile('a/b')", 'Invalid argument: filename'],
])('ContentService.%s is refused', (chain, words) => {
  expect(inScript(`ContentService.${chain}`)).toBe(`Exception: ${words}`);
});
