import { readdirSync } from 'node:fs';
import { buildRealm } from './realm.mjs';
import { importTypeScript } from './import-typescript.mjs';

/** `npm run bench [name]`: every file of bench/ exports `bench(): Figure[]`; the figures are printed beside their targets. */
const only = process.argv[2];
await buildRealm();
let missed = 0;
for (const file of readdirSync('bench').filter((name) => name.endsWith('.bench.ts'))) {
  if (only && !file.startsWith(only)) continue;
  const { bench } = await importTypeScript(`bench/${file}`);
  console.log(`\n${file}`);
  for (const { what, figure, unit, target } of await bench()) {
    const verdict =
      target === undefined
        ? ''
        : figure <= target
          ? `target ${target}`
          : `MISSED: target ${target}`;
    if (verdict.startsWith('MISSED')) missed++;
    console.log(
      `  ${what.padEnd(72)} ${figure.toFixed(figure < 10 ? 2 : 0).padStart(10)} ${unit.padEnd(6)} ${verdict}`,
    );
  }
}
process.exitCode = missed > 0 ? 1 : 0;
