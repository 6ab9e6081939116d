/**
 * Whether a path is among those that patterns name, read one after another as clasp reads `.claspignore`: a pattern adds
 * the paths that fit it, one that begins with `!` takes them away again. `*` and `?` stay within one folder, `**` does
 * not, and a name may begin with a dot. Where all patterns begin with `!`, they take from all paths.
 *
 * @see https://github.com/google/clasp#ignore-file-claspignore
 */
export const isAmong = (path: string, patterns: readonly string[]): boolean =>
  patterns.reduce(
    (among, pattern) =>
      pattern.startsWith('!')
        ? among && !expressionOf(pattern.slice(1)).test(path)
        : among || expressionOf(pattern).test(path),
    patterns.length > 0 && patterns.every((pattern) => pattern.startsWith('!')),
  );

/** Patterns of which the first that fits counts at each place. */
const PARTS: readonly (readonly [RegExp, (part: string) => string])[] = [
  [/^\*\*\//, () => '(?:.*/)?'],
  [/^\*\*/, () => '.*'],
  [/^\*/, () => '[^/]*'],
  [/^\?/, () => '[^/]'],
  [/^\[[^\]/]+\]/, (part) => part.replace(/^\[!/, '[^')],
  [/^\{[^{}]*\}/, (part) => `(?:${part.slice(1, -1).split(',').map(sourceOf).join('|')})`],
  [/^[^]/, (part) => part.replace(/[\\^$.|+()[\]{}]/, '\\$&')],
];

const expressionOf = (pattern: string): RegExp =>
  new RegExp(`^${sourceOf(pattern.replace(/^\.?\//, ''))}$`);

function sourceOf(pattern: string): string {
  let source = '';
  for (let rest = pattern; rest !== '';) {
    const [found, toSource] = PARTS.find(([start]) => start.test(rest))!;
    const [part] = found.exec(rest)!;
    source += toSource(part);
    rest = rest.slice(part.length);
  }
  return source;
}
