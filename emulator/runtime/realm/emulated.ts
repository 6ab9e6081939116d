import type { ReferenceOperations } from './reference-operations';
import { operations } from './bridge';

const call = operations<ReferenceOperations>();

/** Filled by `emulated`: what the realm has, by the reference's names. The surface test reads it. */
export const EMULATED = new Map<string, object>();

const names = new WeakMap<object, string>();

/**
 * Registers a class or object under the name that @types/google-apps-script gives it, such as `Card_Service.TextButton`
 * (underscores may be left out). Members that the reference has and it lacks throw NotEmulated: methods when they are
 * called, properties when they are read. Nothing is created for them beforehand.
 */
export function emulated<T extends object>(name: string, target: T): T {
  const members = membersOf(target);
  EMULATED.set(name, members);
  names.set(members, name);
  const root = rootOf(members);
  if (root !== missing) Object.setPrototypeOf(root, missing);
  return target;
}

/** A class has its members in its prototype; an object in itself. */
const membersOf = (target: object): object =>
  typeof target === 'function' ? (target as { prototype: object }).prototype : target;

/** The last object of a prototype chain before Object.prototype. */
function rootOf(members: object): object {
  let root = members;
  for (;;) {
    const next = Object.getPrototypeOf(root) as object | null;
    if (next === null || next === Object.prototype || next === missing) return root;
    root = next;
  }
}

/** Stands behind every registered object and receives requests for members that none of them has. */
const missing: object = new Proxy(Object.create(Object.prototype) as object, {
  get(target, member, receiver: object) {
    const name = nameOf(receiver);
    // Services and their objects print as their class.
    if (member === 'toString' && name !== undefined)
      return () => name.slice(name.lastIndexOf('.') + 1);
    if (typeof member === 'symbol' || member in target)
      return Reflect.get(target, member, receiver) as unknown;
    const kind = name === undefined ? null : call('reference.kind', name, member);
    if (name === undefined || kind === null) return undefined;
    const refuse = (): never => call('reference.refuse', name, member);
    return kind === 'method' ? refuse : refuse();
  },
});

function nameOf(object: object | null): string | undefined {
  for (
    let at = object;
    at !== null && at !== missing;
    at = Object.getPrototypeOf(at) as object | null
  ) {
    const name = names.get(at);
    if (name !== undefined) return name;
  }
  return undefined;
}
