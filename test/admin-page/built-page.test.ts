import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const BUILD = join(__dirname, '../../build/admin-page.mjs');

let folder: string;
let page: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'admin-page-'));
  execFileSync('node', [BUILD, folder]);
  page = readFileSync(join(folder, 'admin-page.html'), 'utf8');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The problems that the build finds in a page. */
const problemsOf = (given: string): string[] =>
  JSON.parse(
    execFileSync(
      'node',
      [
        '--input-type=module',
        '-e',
        `import { readFileSync } from 'node:fs';
         const { pageProblems } = await import(${JSON.stringify(BUILD)});
         console.log(JSON.stringify(pageProblems(readFileSync(0, 'utf8'))));`,
      ],
      { input: given, encoding: 'utf8' },
    ),
  ) as string[];

describe('the built Admin page', () => {
  test('is one document that names no other host', () => {
    expect(page).toMatch(/^<!doctype html>/);
    const hosts = [...page.matchAll(/https?:\/\/([\w.-]+)/g)].map(([, host]) => host);
    // The name of a namespace, which nothing fetches.
    expect(new Set(hosts)).toEqual(new Set(['www.w3.org']));
    expect(problemsOf(page)).toEqual([]);
  });

  test.each([
    [
      'a style from elsewhere',
      '</style>',
      '@import "x.css";</style>',
      'Its styles load something.',
    ],
    [
      'a script from elsewhere',
      '<body>',
      '<body><script src="https://x.example/a.js"></script>',
      'Its HTML loads something.',
    ],
    ['a call from its script', '</script>', ';fetch("/x")</script>', 'Its script loads something.'],
    [
      'a comment in its script',
      '</script>',
      ';"<!--"</script>',
      'Its script contains text that changes where HTML ends it.',
    ],
    [
      'too much text',
      '</style>',
      `/*${'x'.repeat(100 * 1024)}*/</style>`,
      /^It has \d+ bytes; the limit is 102400\.$/,
    ],
  ] as const)('is refused with %s', (_, where, what, problem) => {
    const at = page.lastIndexOf(where);
    const spoilt = page.slice(0, at) + what + page.slice(at + where.length);
    const [first] = problemsOf(spoilt);
    if (typeof problem === 'string') expect(first).toBe(problem);
    else expect(first).toMatch(problem);
  });
});
