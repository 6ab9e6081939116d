import { operations } from '../../runtime/realm/bridge';
import { emulated } from '../../runtime/realm/emulated';
import type { ReferenceOperations } from '../../runtime/realm/reference-operations';
import type { Kind } from './realm-kinds';
import {
  factsOf,
  Message,
  nameOf,
  setFacts,
  type ClassFacts,
  type Json,
  type MessageClass,
} from './realm-message';
import { checked } from './realm-signature';

const call = operations<ReferenceOperations>();

/** One method of a builder: what it accepts, and how it changes the JSON. */
export interface Setter {
  /** The kinds of its arguments; several lists where the reference has overloads. */
  readonly takes: readonly (readonly Kind[])[];
  readonly change: (json: Json, ...values: readonly unknown[]) => Json;
}

export interface MessageParts extends Partial<Omit<ClassFacts, 'name'>> {
  readonly base?: MessageClass;
  /** The JSON of a new object. */
  readonly begins?: Json;
  readonly setters?: Readonly<Record<string, Setter>>;
  /** Methods, separated by spaces, that exist at Google but neither in @types/google-apps-script nor here. */
  readonly missing?: string;
}

/** A class of CardService by its name in the reference, made of setters; each call returns the object itself. */
export function messageClass(name: string, parts: MessageParts): MessageClass {
  const { base = Message, begins } = parts;
  const made = {
    [name]: class extends base {
      constructor() {
        super();
        if (begins) Message.replace(this, begins);
      }
    },
  }[name]!;
  const { finish, asWidget } = factsOf(base);
  setFacts(made, { name, finish: parts.finish ?? finish, asWidget: parts.asWidget ?? asWidget });
  for (const [method, setter] of Object.entries(parts.setters ?? {}))
    addMethod(made, method, settingMethod(method, setter));
  for (const method of words(parts.missing)) addMethod(made, method, refusal(method));
  return emulated(`CardService.${name}`, made);
}

type Method = (this: Message, ...args: unknown[]) => unknown;

export function addMethod(to: MessageClass, name: string, value: Method): void {
  Object.defineProperty(to.prototype, name, { value, configurable: true, writable: true });
}

const settingMethod = (method: string, { takes, change }: Setter): Method =>
  function (...args) {
    const values = checked(() => `${nameOf(this)}.${method}`, args, takes);
    Message.replace(this, change(Message.json(this), ...values));
    return this;
  };

const refusal = (method: string): Method =>
  function () {
    return refuse(nameOf(this), method);
  };

/** @throws NotEmulated with Google's page about the class. */
export const refuse = (className: string, member: string): never =>
  call('reference.refuse', className, member);

export const words = (text = ''): string[] => text.split(/\s+/).filter(Boolean);
