/** How deep objects are printed. */
const DEPTH = 2;
/** Longer objects are broken into lines. */
const LINE = 72;

/** What console writes for its arguments: a format string with its values, then the rest, each as the log shows it. */
export function consoleText(args: readonly unknown[]): string {
  const [first, ...rest] = args;
  if (args.length === 0) return '';
  if (typeof first !== 'string') return args.map((value) => shown(value, true)).join(' ');
  let used = 0;
  const text = first.replace(/%([sdifjoO%])/g, (whole, letter: string) => {
    if (letter === '%') return '%';
    if (used >= rest.length) return whole;
    return substituted(letter, rest[used++]);
  });
  return [text, ...rest.slice(used).map((value) => shown(value, true))].join(' ');
}

function substituted(letter: string, value: unknown): string {
  if (letter === 's') return typeof value === 'string' ? value : shown(value, true);
  if (letter === 'd') return String(Number(value));
  if (letter === 'i') return String(parseInt(String(value), 10));
  if (letter === 'f') return String(parseFloat(String(value)));
  if (letter === 'j') return JSON.stringify(value);
  return shown(value, false);
}

function shown(value: unknown, bare: boolean): string {
  return typeof value === 'string' && bare ? value : inspected(value, DEPTH, []);
}

function inspected(value: unknown, depth: number, above: readonly unknown[]): string {
  if (typeof value === 'string')
    return `'${value.replace(/\\/g, '\\\\').replace(/'/g, "\\'").replace(/\n/g, '\\n')}'`;
  if (typeof value === 'function') return value.name ? `[Function: ${value.name}]` : '[Function]';
  if (typeof value !== 'object' || value === null)
    return Object.is(value, -0) ? '-0' : String(value);
  if (value instanceof Error) return inspectedError(value, depth, above);
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  if (value instanceof RegExp) return String(value);
  if (above.includes(value)) return '[Circular]';
  if (hasOwnText(value)) return String(value);
  const list = Array.isArray(value);
  if (depth < 0) return list ? '[Array]' : '[Object]';
  const inner = [...above, value];
  const parts = list
    ? value.map((item) => inspected(item, depth - 1, inner))
    : members(value, depth, inner);
  return wrapped(parts, list ? '[' : '{', list ? ']' : '}');
}

/** Services, their objects and enumerations print as their names. */
const hasOwnText = (value: object): boolean =>
  !Array.isArray(value) &&
  value.toString !== undefined &&
  value.toString !== Object.prototype.toString;

function members(value: object, depth: number, above: readonly unknown[]): string[] {
  if (value instanceof Map || value instanceof Set)
    return [...(value as Iterable<unknown>)].map((item) => inspected(item, depth - 1, above));
  return Object.entries(value).map(
    ([key, inner]) =>
      `${/^[A-Za-z_$][\w$]*$/.test(key) ? key : `'${key}'`}: ${inspected(inner, depth - 1, above)}`,
  );
}

/** An error with more than a stack is printed with its other properties, as in Apps Script's log. */
function inspectedError(error: Error, depth: number, above: readonly unknown[]): string {
  const stack = error.stack ?? String(error);
  const extra = Object.keys(error);
  if (extra.length === 0) return stack;
  const parts = extra.map(
    (key) => `${key}: ${inspected((error as never)[key], depth - 1, [...above, error])}`,
  );
  return `{ [${error.name}: ${error.message}] ${parts.join(', ')} }`;
}

function wrapped(parts: readonly string[], open: string, close: string): string {
  if (parts.length === 0) return open + close;
  const line = `${open} ${parts.join(', ')} ${close}`;
  return line.length <= LINE && !line.includes('\n')
    ? line
    : `${open} ${parts.join(',\n  ')} ${close}`;
}
