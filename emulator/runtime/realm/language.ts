import { define } from './define';
import { now, operations } from './bridge';
import type { RealmSetting } from './host';

/** What the language needs from the host. */
export interface LanguageOperations {
  /** Refuses source text that Apps Script would not parse, including `import()`. */
  'language.check'(source: string): void;
}

const call = operations<LanguageOperations>();
// Captured before a script can replace them.
const { apply } = Reflect;
const toText = Function.prototype.toString;

/** The parts of the language that must follow the Workspace: time, random numbers, and code made from text. */
export function installLanguage({ randomSeed }: RealmSetting): void {
  installDate();
  installIntl();
  installRandom(randomSeed);
  installCodeFromText();
  installStackTraces();
}

/** `new Date()` and `Date.now()` tell the Workspace's time. */
function installDate(): void {
  const RealDate = Date;
  function WorkspaceDate(
    this: unknown,
    ...args: ConstructorParameters<typeof Date>
  ): Date | string {
    if (!new.target) return new RealDate(now()).toString();
    return Reflect.construct(
      RealDate,
      (args as unknown[]).length === 0 ? [now()] : args,
      new.target,
    ) as Date;
  }
  Object.setPrototypeOf(WorkspaceDate, RealDate);
  Object.defineProperties(WorkspaceDate, {
    prototype: { value: RealDate.prototype, writable: false },
    name: { value: 'Date' },
    length: { value: 7 },
    now: { value: now, writable: true, configurable: true },
  });
  Object.defineProperty(RealDate.prototype, 'constructor', {
    value: WorkspaceDate,
    writable: true,
    configurable: true,
  });
  define('Date', WorkspaceDate);
}

/** Intl formats "now" when it is given no date. */
function installIntl(): void {
  const { prototype } = Intl.DateTimeFormat;
  const format = Object.getOwnPropertyDescriptor(prototype, 'format')!.get!;
  const { formatToParts } = prototype;
  Object.defineProperty(prototype, 'format', {
    configurable: true,
    get(this: Intl.DateTimeFormat) {
      const bound = format.call(this) as (date: Date | number) => string;
      return (date?: Date | number) => bound(date === undefined ? now() : date);
    },
  });
  prototype.formatToParts = function (date) {
    return formatToParts.call(this, date === undefined ? now() : date);
  };
}

function installRandom(seed: number): void {
  let position = seed | 0;
  Math.random = () => {
    position = (position + 0x6d2b79f5) | 0;
    let t = Math.imul(position ^ (position >>> 15), 1 | position);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Code made from text runs, but cannot contain `import()`: Node answers that with an error of its own realm, a way out.
 * Every function constructor is replaced, also where it is reached through a prototype.
 */
function installCodeFromText(): void {
  const kinds = [function () {}, async function () {}, function* () {}, async function* () {}].map(
    (sample) => Object.getPrototypeOf(sample) as { constructor: FunctionConstructor },
  );
  for (const prototype of kinds) {
    const Real = prototype.constructor;
    const Checked = function (this: unknown, ...parts: string[]): unknown {
      const made = Reflect.construct(Real, parts.map(String)) as object;
      call('language.check', `(${apply(toText, made, []) as string})`);
      return made;
    };
    Object.defineProperties(Checked, {
      prototype: { value: Real.prototype },
      name: { value: Real.name },
      length: { value: 1 },
    });
    Object.setPrototypeOf(Checked, Object.getPrototypeOf(Real) as object);
    Object.defineProperty(prototype, 'constructor', { value: Checked });
    if (Real.name === 'Function') define('Function', Checked);
  }
  const realEval = eval;
  define('eval', (source: unknown) => {
    if (typeof source !== 'string') return source;
    call('language.check', source);
    return realEval(source) as unknown;
  });
}

interface Frame {
  getFileName(): string | null;
  getFunctionName(): string | null;
  getLineNumber(): number | null;
  getColumnNumber(): number | null;
}

/** Stacks show the script's own lines, as Apps Script writes them: `at f (Code:3:7)`. The code that runs it is left out. */
function installStackTraces(): void {
  Object.defineProperty(Error, 'prepareStackTrace', {
    configurable: true,
    writable: true,
    value: (error: unknown, frames: readonly Frame[]) =>
      [String(error), ...frames.filter(isOfScript).map(shownFrame)].join('\n'),
  });
}

const SCRIPT_FILE = /\.gs$/;

const isOfScript = (frame: Frame): boolean => SCRIPT_FILE.test(frame.getFileName() ?? '');

function shownFrame(frame: Frame): string {
  const file = frame.getFileName()!.replace(SCRIPT_FILE, '');
  const place = `${file}:${frame.getLineNumber()}:${frame.getColumnNumber()}`;
  const name = frame.getFunctionName();
  return name === null ? `    at ${place}` : `    at ${name} (${place})`;
}
