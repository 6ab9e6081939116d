/** Uses a value if there is one: CardService does not accept undefined. */
export function ifGiven<T>(value: T | undefined, use: (value: T) => unknown): void {
  if (value !== undefined) use(value);
}
