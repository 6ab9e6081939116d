/** Somebody with an account in the organization. */
export interface Person {
  /** Google's immutable user id: it outlives every change of address, and is never given to anybody else. */
  readonly userId: string;
  /** The primary address as it is now, in lower case: to be shown, and never to tell people apart by. */
  readonly email: string;
}

/** A person with every address at which the work system may know them. */
export interface AddressedPerson extends Person {
  /** All addresses of the account as of the last look at it, in lower case, the primary one first. */
  readonly addresses: readonly string[];
}
