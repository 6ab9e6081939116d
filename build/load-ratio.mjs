/**
 * How much longer the bundle takes to load than a fixed script of 300 KB, measured in turns in the same process:
 * unlike milliseconds, the ratio can be compared between machines.
 *
 *   node build/load-ratio.mjs [FILE]     prints the ratio
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createContext, Script } from 'node:vm';

const ROUNDS = 100;
const REFERENCE_BYTES = 300_000;

/** A script that defines functions that nobody calls, like most of a bundle in one execution. Always the same. */
function referenceScript() {
  const parts = [];
  for (let bytes = 0, number = 0; bytes < REFERENCE_BYTES; number++) {
    const part = `function f${number}(rows,name){const found=rows.filter(row=>row.name===name&&row.size>${number})
if(found.length===0)return{ok:false,failure:{kind:"not-found",id:name+"-${number}"}}
return{ok:true,value:found.map(({size,...row})=>({...row,size:size*${number}+1}))}}
`;
    parts.push(part);
    bytes += part.length;
  }
  return parts.join('');
}

/**
 * @param source a script.
 * @returns the processor time to compile and run it in a new context, as a multiple of that of the reference script. The
 * fastest of many rounds counts for each, because other processes slow down only some of them.
 */
export function loadRatio(source) {
  const reference = referenceScript();
  const best = { source: Infinity, reference: Infinity };
  for (let round = 0; round < ROUNDS; round++) {
    best.source = Math.min(best.source, loadMs(source, round));
    best.reference = Math.min(best.reference, loadMs(reference, round));
  }
  return best.source / best.reference;
}

/** The text differs in each round, so that V8, which caches compiled code by its text, compiles it again. */
function loadMs(source, round) {
  const context = createContext({});
  const start = process.cpuUsage();
  new Script(`${source}\n// ${round}`, { filename: 'main.gs' }).runInContext(context);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  console.log(loadRatio(readFileSync(process.argv[2] ?? 'build/gas/main.js', 'utf8')).toFixed(2));
