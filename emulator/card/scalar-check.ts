import type { Enum } from 'protobufjs/light';

const INT32 = 2 ** 31;

const isInt32 = (value: unknown): boolean =>
  Number.isInteger(value) && (value as number) >= -INT32 && (value as number) < INT32;

const isInt64 = (value: unknown): boolean =>
  Number.isSafeInteger(value) || (typeof value === 'string' && /^-?\d{1,19}$/.test(value));

const isFinite = (value: unknown): boolean => Number.isFinite(value);

const SCALARS: Readonly<Record<string, readonly [is: (value: unknown) => boolean, what: string]>> =
  {
    string: [(value) => typeof value === 'string', 'a text'],
    bool: [(value) => typeof value === 'boolean', 'true or false'],
    int32: [isInt32, 'a 32-bit integer'],
    int64: [isInt64, 'an integer, also as text'],
    float: [isFinite, 'a number'],
    double: [isFinite, 'a number'],
  };

/** The fault of a value of a protocol buffer scalar type; null when it is valid. */
export function scalarProblem(type: string, value: unknown): string | null {
  const [is, what] = SCALARS[type] ?? [() => false, type];
  return is(value) ? null : `This should be ${what}, not ${shown(value)}.`;
}

/** The fault of an enum value's name; null when it is valid. */
export function enumProblem({ name, values }: Enum, value: unknown): string | null {
  const names = Object.keys(values).filter((known) => !/UNSPECIFIED$|^UNKNOWN$/.test(known));
  if (typeof value === 'string' && names.includes(value)) return null;
  return `${shown(value)} is not a ${name}: ${names.join(', ')}.`;
}

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};
