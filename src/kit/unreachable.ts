/** Ends a switch over all members of a union, so that a missing member does not compile. */
export function unreachable(value: never): never {
  throw new Error(`Unhandled: ${JSON.stringify(value)}`);
}
