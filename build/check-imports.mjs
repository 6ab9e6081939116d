/**
 * Checks who may import whom (`import-rules.mjs`), and that there is no circle between folders at any depth: in each
 * folder, its files and sub-folders, each taken as one node, import each other in layers. A sub-folder and a file
 * beside it can make a circle just as two sub-folders can.
 */
import { cruise } from 'dependency-cruiser';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import rules from './import-rules.mjs';

/** @returns a line for each import that breaks a rule, and for each circle. */
export async function importProblems(folders) {
  const { output } = await cruise(folders, {
    ...rules.options,
    ruleSet: { forbidden: rules.forbidden },
    validate: true,
    outputType: 'json',
  });
  const { modules, summary } = JSON.parse(output);
  const refused = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
  return [...refused, ...circlesBetweenChildren(modules)];
}

/** Imports between files, as edges between the children of the deepest folder that contains both. */
function circlesBetweenChildren(modules) {
  const folders = new Map();
  for (const { source, dependencies } of modules)
    for (const { resolved } of dependencies) {
      const [from, to] = [source.split('/'), resolved.split('/')];
      const at = from.findIndex((part, index) => part !== to[index]);
      if (at < 1 || to[0] !== from[0]) continue;
      const folder = from.slice(0, at).join('/');
      const edges = folders.get(folder) ?? new Map();
      folders.set(folder, edges);
      const children = edges.get(from[at]) ?? new Map();
      edges.set(from[at], children);
      if (!children.has(to[at])) children.set(to[at], `${source} → ${resolved}`);
    }
  return [...folders].flatMap(([folder, edges]) => {
    const circle = circleIn(edges);
    if (circle === null) return [];
    const steps = circle.map((child, index) => {
      const next = circle[(index + 1) % circle.length];
      return `    ${edges.get(child).get(next)}`;
    });
    return [`no circle in ${folder}: ${circle.join(' → ')} → ${circle[0]}\n${steps.join('\n')}`];
  });
}

/** The children on a path from one back to itself; null when there is none. */
function circleIn(edges) {
  const done = new Set();
  const way = [];
  const visit = (child) => {
    const at = way.indexOf(child);
    if (at >= 0) return way.slice(at);
    if (done.has(child)) return null;
    way.push(child);
    for (const next of edges.get(child)?.keys() ?? []) {
      const found = visit(next);
      if (found) return found;
    }
    way.pop();
    done.add(child);
    return null;
  };
  for (const child of edges.keys()) {
    const found = visit(child);
    if (found) return found;
  }
  return null;
}

if (process.argv[1] && basename(process.argv[1]) === basename(fileURLToPath(import.meta.url))) {
  const problems = await importProblems(process.argv.slice(2));
  for (const problem of problems) console.log(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
