import { isForPages } from './page-value';
import { define } from './define';
import { EMULATED } from './emulated';
import type { RealmEntry, RealmOutcome, Rendered } from './host';

/** Ways to render a service's values; each returns undefined for a value that is not its own. */
const RENDERERS: ((value: unknown) => Rendered | undefined)[] = [];

/** Registers how a service's values are shown to whoever ran the function. */
export function renders(renderer: (value: unknown) => Rendered | undefined): void {
  RENDERERS.push(renderer);
}

const { parse, stringify } = JSON;
const hasOwn = Object.prototype.hasOwnProperty;

/** Has what every function and every object inherits. */
const INHERITED = Function.prototype;

/** The host's handle for calling a script's function and reading its outcome. */
export function realmEntry(): RealmEntry {
  let outcome: RealmOutcome = { kind: 'returned' };
  const noteReturned = (value: unknown): void => {
    outcome = { kind: 'returned', ...shown(value) };
  };
  const noteThrown = (error: unknown): void => {
    const rendered = error instanceof Error ? renderedOf(error) : undefined;
    outcome = { kind: 'threw', ...described(error), ...(rendered && { rendered }) };
  };
  return {
    memberOf,
    prepare(handler, args) {
      outcome = { kind: 'returned' };
      define('__run', () => {
        try {
          const value: unknown = (handler as (...args: unknown[]) => unknown)(
            ...(parse(args) as unknown[]),
          );
          if (value instanceof Promise) value.then(noteReturned).catch(noteThrown);
          else noteReturned(value);
        } catch (error) {
          noteThrown(error);
        }
      });
    },
    outcome: () => stringify(outcome),
    emulated: EMULATED,
  };
}

function memberOf(value: unknown, path: string): unknown {
  let member = value;
  for (const name of path.split('.').slice(1)) {
    if (member === undefined || member === null) return undefined;
    const owner = Object(member) as Record<string, unknown>;
    if (!hasOwn.call(owner, name) && name in INHERITED) return undefined;
    member = owner[name];
  }
  return member;
}

function shown(value: unknown): { value?: unknown; rendered?: Rendered; isForPages?: false } {
  const rendered = renderedOf(value);
  if (rendered) return { rendered };
  return { value: jsonOf(value), ...(!isForPages(value) && { isForPages: false }) };
}

function renderedOf(value: unknown): Rendered | undefined {
  for (const renderer of RENDERERS) {
    const rendered = renderer(value);
    if (rendered) return rendered;
  }
  return undefined;
}

/** The part of a value that survives the way out: what JSON can hold. */
function jsonOf(value: unknown): unknown {
  const text = stringify(value) as string | undefined;
  return text === undefined ? undefined : (parse(text) as unknown);
}

function described(error: unknown): { name: string; message: string; stack: string } {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), stack: '' };
  return { name: String(error.name), message: String(error.message), stack: String(error.stack) };
}
