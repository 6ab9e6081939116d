/** Somebody with an account in the organization. */
export interface Person {
  /** Google's immutable user id: it outlives every change of address, and is never given to anybody else. */
  readonly userId: string;
  /** The current primary address, in lower case: for display, never for telling people apart. */
  readonly email: string;
}

/** A person with every address by which the work system may know them. */
export interface AddressedPerson extends Person {
  /** All addresses that the account had when it was last read, in lower case, the primary one first. */
  readonly addresses: readonly string[];
}
