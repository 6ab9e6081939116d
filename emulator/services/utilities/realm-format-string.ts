import { exception } from '../../runtime/realm/bridge';

const DIRECTIVE =
  /%(?:(?<position>\d+)\$)?(?<flags>[-+ 0#',]*)(?<width>\d+|\*)?(?:\.(?<precision>\d+))?(?<letter>[a-zA-Z%])/g;

interface Directive {
  readonly flags: string;
  readonly width: number;
  readonly precision: number | undefined;
}

/**
 * A string with its `%…` directives filled in, as C's sprintf does: flags, width, precision, `%1$s` positions.
 *
 * @throws Exception for a directive that is unknown or has no value.
 */
export function formatted(template: string, values: readonly unknown[]): string {
  let next = 0;
  let text = '';
  let at = 0;
  for (const match of template.matchAll(DIRECTIVE)) {
    const { position, flags = '', width, precision, letter = '' } = match.groups!;
    text += template.slice(at, match.index);
    at = match.index + match[0].length;
    if (letter === '%') {
      text += '%';
      continue;
    }
    const cells = width === '*' ? Number(values[next++]) : Number(width ?? 0);
    const index = position === undefined ? next++ : Number(position) - 1;
    if (index >= values.length) throw exception(`Invalid format: missing argument for ${match[0]}`);
    const directive = {
      flags,
      width: cells,
      precision: precision === undefined ? undefined : Number(precision),
    };
    text += padded(converted(letter, values[index], directive, match[0]), directive, letter);
  }
  return text + template.slice(at);
}

function converted(letter: string, value: unknown, directive: Directive, whole: string): string {
  const { precision } = directive;
  switch (letter) {
    case 's':
      return String(value).slice(0, precision);
    case 'c':
      return typeof value === 'number' ? String.fromCodePoint(value) : String(value).slice(0, 1);
    case 'b':
      return String(Boolean(value));
    case 'd':
    case 'i':
    case 'u':
      return withSign(grouped(integer(value), directive.flags), directive.flags);
    case 'f':
    case 'e':
    case 'E':
    case 'g':
      return withSign(decimal(letter, Number(value), precision), directive.flags);
    case 'x':
    case 'X':
    case 'o':
      return radix(letter, value, directive.flags);
    default:
      throw exception(`Invalid format: ${whole}`);
  }
}

const integer = (value: unknown): string => {
  const number = Math.trunc(Number(value));
  return Number.isFinite(number) ? BigInt(number).toString() : String(number);
};

function decimal(letter: string, value: number, precision = 6): string {
  if (letter === 'f') return value.toFixed(precision);
  if (letter === 'g') return String(Number(value.toPrecision(precision || 1)));
  const text = value.toExponential(precision).replace(/e([+-])(\d)$/, 'e$10$2');
  return letter === 'E' ? text.toUpperCase() : text;
}

function radix(letter: string, value: unknown, flags: string): string {
  const number = Math.trunc(Number(value));
  const text = (number < 0 ? number >>> 0 : number).toString(letter === 'o' ? 8 : 16);
  const prefix = !flags.includes('#') ? '' : letter === 'o' ? '0' : '0x';
  return letter === 'X' ? (prefix + text).toUpperCase() : prefix + text;
}

const grouped = (text: string, flags: string): string =>
  /[,']/.test(flags) ? text.replace(/\B(?=(\d{3})+$)/g, ',') : text;

const withSign = (text: string, flags: string): string =>
  text.startsWith('-')
    ? text
    : flags.includes('+')
      ? `+${text}`
      : flags.includes(' ')
        ? ` ${text}`
        : text;

function padded(text: string, { flags, width }: Directive, letter: string): string {
  if (text.length >= width) return text;
  if (flags.includes('-')) return text.padEnd(width);
  if (!flags.includes('0') || letter === 's') return text.padStart(width);
  const sign = /^[+\- ]/.exec(text)?.[0] ?? '';
  return sign + text.slice(sign.length).padStart(width - sign.length, '0');
}
