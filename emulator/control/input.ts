import type { Json, JsonObject } from '../workspace/api-method';

/** A request to the control API that cannot be served, in one sentence that names the place. */
export class ControlRefusal extends Error {
  override readonly name = 'ControlRefusal';

  /** @param status the HTTP status. */
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** The fields of a request to the control API, each read with a check that names the field. */
export class Input {
  constructor(
    private readonly fields: JsonObject,
    private readonly place = '',
  ) {}

  /** Refuses unknown fields: a misspelled name must not be lost silently. */
  allowOnly(names: readonly string[]): this {
    for (const name of Object.keys(this.fields))
      if (!names.includes(name))
        throw new ControlRefusal(
          400,
          `${this.named(name)} is unknown here. Known: ${names.join(', ') || 'nothing'}.`,
        );
    return this;
  }

  text(name: string): string {
    return this.required(name, this.optionalText(name));
  }

  optionalText(name: string): string | undefined {
    return this.read(name, 'a string', (value): value is string => typeof value === 'string');
  }

  count(name: string): number {
    return this.required(name, this.optionalCount(name));
  }

  /** A non-negative whole number; also as text, from a query. */
  optionalCount(name: string): number | undefined {
    const value = this.fields[name];
    if (value === undefined || value === null) return undefined;
    const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
    if (typeof number === 'number' && Number.isInteger(number) && number >= 0) return number;
    throw this.wrong(name, 'a whole number, 0 or more');
  }

  optionalFlag(name: string): boolean | undefined {
    return this.read(
      name,
      'true or false',
      (value): value is boolean => typeof value === 'boolean',
    );
  }

  object(name: string): JsonObject {
    return this.required(name, this.optionalObject(name));
  }

  optionalObject(name: string): JsonObject | undefined {
    return this.read(name, 'an object', isObject);
  }

  optionalList(name: string): Json[] | undefined {
    return this.read(name, 'a list', (value): value is Json[] => Array.isArray(value));
  }

  list(name: string): Json[] {
    return this.required(name, this.optionalList(name));
  }

  /** A list of strings. */
  texts(name: string): string[] {
    const items = this.list(name);
    if (items.every((item) => typeof item === 'string')) return items;
    throw this.wrong(name, 'a list of strings');
  }

  /** A list of objects, each with its path for refusals about its contents. */
  objects(name: string): Input[] {
    return this.list(name).map((item, index) => {
      if (!isObject(item)) throw this.wrong(`${name}[${index}]`, 'an object');
      return new Input(item, this.placeOf(`${name}[${index}]`));
    });
  }

  /** The object in a field, with its path. */
  nested(name: string): Input {
    return new Input(this.object(name), this.placeOf(name));
  }

  /** One of a few words. */
  optionalChoice<T extends string>(name: string, choices: readonly T[]): T | undefined {
    const value = this.fields[name];
    if (value === undefined) return undefined;
    const choice = choices.find((word) => word === value);
    if (choice !== undefined) return choice;
    throw this.wrong(name, `one of ${choices.map((word) => `"${word}"`).join(', ')}`);
  }

  choice<T extends string>(name: string, choices: readonly T[]): T {
    return this.required(name, this.optionalChoice(name, choices));
  }

  /** All fields, unchecked. */
  all(): JsonObject {
    return this.fields;
  }

  private read<T extends Json>(
    name: string,
    what: string,
    is: (value: Json) => value is T,
  ): T | undefined {
    const value = this.fields[name];
    if (value === undefined) return undefined;
    if (is(value)) return value;
    throw this.wrong(name, what);
  }

  private required<T>(name: string, value: T | undefined): T {
    if (value === undefined) throw new ControlRefusal(400, `${this.named(name)} is missing.`);
    return value;
  }

  private wrong(name: string, what: string): ControlRefusal {
    return new ControlRefusal(400, `${this.named(name)} must be ${what}.`);
  }

  private placeOf = (name: string): string => (this.place ? `${this.place}.${name}` : name);

  private named = (name: string): string => `"${this.placeOf(name)}"`;
}

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
