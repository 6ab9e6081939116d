import { exception } from '../../runtime/realm/bridge';

/** `#rrggbb` or `#rgb` as google.type.Color. */
export interface Color {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

/** @throws Exception for text that is not a color. */
export function toColor(text: string, argument: string): Color {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text)?.[1];
  if (!digits) throw exception(`Invalid argument: ${argument}`);
  const [red, green, blue] = [0, 1, 2].map((i) => {
    const part = digits.length === 3 ? digits[i]! + digits[i]! : digits.slice(2 * i, 2 * i + 2);
    return parseInt(part, 16) / 255;
  });
  return { red: red!, green: green!, blue: blue! };
}
