/** A part of Card JSON. Never changed in place: whatever was added to something stays as it was then. */
export type Json = Readonly<Record<string, unknown>>;

/** The base of every CardService object: JSON that grows with each call. The script sees only its methods. */
export class Message {
  #json: Json = {};

  static is(value: unknown): value is Message {
    return typeof value === 'object' && value !== null && #json in value;
  }

  static json(message: Message): Json {
    return message.#json;
  }

  static replace(message: Message, json: Json): void {
    message.#json = json;
  }
}

export type MessageClass = new () => Message;

export interface ClassFacts {
  /** The name in the reference, without `CardService.`. */
  readonly name: string;
  /** From the JSON it keeps to Google's. */
  readonly finish: (json: Json) => Json;
  /** From Google's JSON to the widget that carries it; null for what is not a widget. */
  readonly asWidget: ((json: Json) => Json) | null;
}

const FACTS = new WeakMap<object, ClassFacts>();

const NO_FACTS: ClassFacts = { name: 'Object', finish: (json) => json, asWidget: null };

export const setFacts = (made: MessageClass, facts: ClassFacts): void =>
  void FACTS.set(made.prototype as object, facts);

/** The facts about a class, or about the one it is derived from. */
export function factsOf(made: MessageClass): ClassFacts {
  for (
    let at = made.prototype as object | null;
    at;
    at = Object.getPrototypeOf(at) as object | null
  ) {
    const facts = FACTS.get(at);
    if (facts) return facts;
  }
  return NO_FACTS;
}

const factsOfObject = (message: Message): ClassFacts =>
  FACTS.get(Object.getPrototypeOf(message) as object) ?? NO_FACTS;

/** `CardService.TextButton`, as error messages name it. */
export const nameOf = (message: Message): string => `CardService.${factsOfObject(message).name}`;

/** The object in Google's JSON. */
export const jsonOf = (message: Message): Json =>
  factsOfObject(message).finish(Message.json(message));

/** The widget that carries the object, such as `{ textParagraph: … }`; null when it is not a widget. */
export function widgetOf(message: Message): Json | null {
  const { asWidget } = factsOfObject(message);
  return asWidget && asWidget(jsonOf(message));
}
