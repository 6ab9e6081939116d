import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { buildAddOn } from './add-on.mjs';
import { buildIoWorker, buildRealm } from './realm.mjs';
import { importTypeScript } from './import-typescript.mjs';

/**
 * `npm run bench [-- name] [-- --write]`: every file of bench/ exports `bench(): Figure[]`; the figures are printed
 * beside the lowest possible ones and the targets, and written into docs/performance.md with `--write`. `--built`
 * does not build the add-on again.
 */
const options = process.argv.slice(2);
const only = options.find((option) => !option.startsWith('--'));
const DOCUMENT = 'docs/performance.md';

await Promise.all([
  ...(options.includes('--built') ? [] : [buildAddOn()]),
  buildRealm(),
  buildIoWorker(),
]);
const all = new Map();
for (const file of readdirSync('bench').filter((name) => name.endsWith('.bench.ts'))) {
  if (only && !file.startsWith(only)) continue;
  const { bench } = await importTypeScript(`bench/${file}`);
  console.log(`\n${file}`);
  const figures = await bench();
  all.set(file.replace('.bench.ts', ''), figures);
  for (const figure of figures) console.log(lineOf(figure));
}
if (options.includes('--write')) writeDocument();
process.exitCode = [...all.values()].flat().some(isMissed) ? 1 : 0;

function isMissed({ figure, target }) {
  return target !== undefined && !(figure <= target);
}

function numberText(figure, unit) {
  const digits = Number.isInteger(figure) || figure >= 100 ? 0 : figure < 10 ? 2 : 1;
  const text = figure.toLocaleString('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return unit ? `${text} ${unit}` : text;
}

function lineOf({ what, figure, unit, bound, target, note }) {
  const beside = [
    bound === undefined ? '' : `at least ${numberText(bound, '')}`,
    target === undefined
      ? ''
      : `${isMissed({ figure, target }) ? 'MISSED: ' : ''}target ${numberText(target, '')}`,
    note ?? '',
  ];
  return `  ${what.padEnd(66)} ${numberText(figure, unit).padStart(12)}  ${beside.filter(Boolean).join(' · ')}`;
}

/**
 * Writes the figures between the document's markers. Timed ones, which depend on the machine, have a table of their
 * own.
 */
function writeDocument() {
  const figures = [...all.entries()];
  let text = readFileSync(DOCUMENT, 'utf8');
  const kinds = { counted: ({ isTimed }) => !isTimed, timed: ({ isTimed }) => isTimed === true };
  for (const [kind, is] of Object.entries(kinds)) {
    const [begin, end] = [`<!-- ${kind} -->`, `<!-- /${kind} -->`];
    const [before, rest] = text.split(begin);
    const after = rest.split(end)[1];
    text = [before, begin, '\n\n', tableOf(figures, is), '\n', end, after].join('');
  }
  writeFileSync(DOCUMENT, text);
}

function tableOf(groups, is) {
  const rows = groups.flatMap(([, figures]) =>
    figures
      .filter(is)
      .map(({ what, figure, unit, bound, target, note }) =>
        [
          what,
          numberText(figure, unit),
          bound === undefined ? '' : numberText(bound, ''),
          target === undefined
            ? ''
            : `${numberText(target, '')}${isMissed({ figure, target }) ? ' **missed**' : ''}`,
          note ?? '',
        ].join(' | '),
      ),
  );
  return [
    '| what | measured | at least | target | |',
    '| --- | ---: | ---: | ---: | --- |',
    ...rows.map((row) => `| ${row} |\n`.trim()),
  ].join('\n');
}
