import { emulated } from '../../runtime/realm/emulated';

/** One value of an Apps Script enumeration; prints as its name. */
export class EnumValue {
  #text: string;
  #position: number;

  constructor(text: string, position: number) {
    this.#text = text;
    this.#position = position;
  }

  name(): string {
    return this.#text;
  }

  ordinal(): number {
    return this.#position;
  }

  compareTo(other: EnumValue): number {
    return this.#position - other.ordinal();
  }

  toString(): string {
    return this.#text;
  }

  toJSON(): string {
    return this.#text;
  }
}

export type Enumeration<Name extends string> = Readonly<Record<Name, EnumValue>>;

/**
 * An enumeration with its values as properties.
 *
 * @param name the name in @types/google-apps-script, such as `Script.AuthMode`.
 */
export function enumeration<Name extends string>(
  name: string,
  values: readonly Name[],
): Enumeration<Name> {
  const made = Object.fromEntries(
    values.map((value, index) => [value, new EnumValue(value, index)]),
  );
  return emulated(name, made as Enumeration<Name>);
}

/** Whether a value is one of an enumeration's. */
export const isOneOf = (
  of: Readonly<Record<string, EnumValue>>,
  value: unknown,
): value is EnumValue => value instanceof EnumValue && of[value.name()] === value;
