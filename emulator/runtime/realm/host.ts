/** The two things a realm gets from outside. Strings and numbers cross; objects never do. */
export interface Host {
  /**
   * Runs one operation of a service.
   *
   * @param args a JSON array.
   * @returns `=` and the answer as JSON (`=` alone for undefined), or `!` and the error as JSON.
   */
  call(operation: string, args: string): string;
  /** Milliseconds since 1970 by the Workspace's clock. */
  now(): number;
}

/** What a realm knows about the execution it is made for. */
export interface RealmSetting {
  readonly timeZone: string;
  readonly randomSeed: number;
  readonly advancedServices: readonly AdvancedServiceSetting[];
}

export interface AdvancedServiceSetting {
  readonly userSymbol: string;
  /** The first part of the method ids, such as `calendar`. */
  readonly api: string;
  /** Resource paths to methods: `Events` → `{ list: { id, parameters, body } }`. */
  readonly methods: readonly AdvancedMethodSetting[];
  /** Schema names, for the `new…()` factories. */
  readonly schemas: readonly string[];
}

export interface AdvancedMethodSetting {
  readonly id: string;
  /** Its place in the service: `['Events', 'list']`. */
  readonly path: readonly string[];
  /** Required parameters in their order. */
  readonly order: readonly string[];
  readonly hasBody: boolean;
  readonly takesMedia: boolean;
}

/** An error as it crosses the border. */
export interface CrossedError {
  readonly name: string;
  readonly message: string;
  readonly details?: unknown;
}

/** How a call of a script's function ended. */
export type RealmOutcome =
  | {
      readonly kind: 'returned';
      readonly value?: unknown;
      readonly rendered?: Rendered;
      /** False where google.script.run would not pass the value on. */
      readonly isForPages?: false;
    }
  | {
      readonly kind: 'threw';
      readonly name: string;
      readonly message: string;
      readonly stack: string;
      /** What the error asks the host to show: a sign-in card. */
      readonly rendered?: Rendered;
    };

/** A value that a service made for display: cards, pages, text. */
export interface Rendered {
  readonly kind: 'card' | 'html' | 'content';
  readonly value: unknown;
}

/** What the host keeps of a realm after the prelude ran. */
export interface RealmEntry {
  /**
   * A member of a script's value, or the value itself for an empty path. Undefined for what every object or function
   * inherits from the language, such as `f.call` and `o.toString`.
   *
   * @param path the names, each after a dot.
   */
  memberOf(value: unknown, path: string): unknown;
  /** Puts `__run` into the global scope, for one use: it calls the handler. */
  prepare(handler: unknown, args: string): void;
  /** JSON of RealmOutcome, once microtasks are done. */
  outcome(): string;
  /** What was registered by `emulated` so far: prototypes and objects by the reference's names. */
  readonly emulated: ReadonlyMap<string, object>;
}
