import { ConsoleRefusal } from './admin-action';
import type { JsonObject } from './api-method';

/** The text of a required field. @throws ConsoleRefusal naming the field */
export function requiredText(input: JsonObject, name: string): string {
  const value = input[name];
  if (typeof value !== 'string' || value.trim() === '') throw new ConsoleRefusal(`Enter ${name}.`);
  return value.trim();
}

/** The text of an optional field. */
export function optionalText(input: JsonObject, name: string): string | undefined {
  const value = input[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Scopes or names, as a list or as the comma-separated line that consoles accept. */
export function textList(input: JsonObject, name: string): string[] {
  const value = input[name];
  const items = Array.isArray(value) ? value.map(String) : String(value ?? '').split(/[,\s]+/);
  return [...new Set(items.map((item) => item.trim()).filter(Boolean))];
}

/** The value of a field that allows only a few. @throws ConsoleRefusal listing them */
export function oneOf<T extends string>(input: JsonObject, name: string, allowed: readonly T[]): T {
  const value = allowed.find((one) => one === input[name]);
  if (value === undefined) throw new ConsoleRefusal(`${name} is one of ${allowed.join(', ')}.`);
  return value;
}

/** The value of a required boolean field. @throws ConsoleRefusal */
export function requiredFlag(input: JsonObject, name: string): boolean {
  const value = input[name];
  if (typeof value !== 'boolean') throw new ConsoleRefusal(`${name} is true or false.`);
  return value;
}
