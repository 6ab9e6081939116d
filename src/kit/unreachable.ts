/** Ends a switch over all members of a union: a member that is missing does not compile. */
export function unreachable(value: never): never {
  throw new Error(`Unhandled: ${JSON.stringify(value)}`);
}
