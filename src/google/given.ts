/** Does something with a value that is there: CardService takes no undefined. */
export function given<T>(value: T | undefined, use: (value: T) => unknown): void {
  if (value !== undefined) use(value);
}
