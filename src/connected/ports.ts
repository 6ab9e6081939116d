/** What the page Connected people needs from the work system, from Google and from Tandem's records. */
import type { Failure, FailureKind } from '../kit/failure';
import type { AddressedPerson } from '../kit/person';
import type { Result } from '../kit/result';

/** Who may connect somebody (D24). */
export type WhoConnects = 'person' | 'administrators';

/** Somebody in the work system. */
export interface WorkPerson {
  readonly id: string;
  /** Google's user id; null where the work system knows them by address alone. */
  readonly googleId: string | null;
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  /** Other addresses in lower case, with commas between them. */
  readonly aliases: string;
  readonly isActive: boolean;
}

/** Somebody's calendar sync, as the records have it. */
export interface PersonSync extends AddressedPerson {
  readonly state: 'on' | 'off';
  /** Empty for somebody who never turned it on. */
  readonly consentedAt: string;
  readonly failure: FailureKind | null;
  readonly freshAt: string | null;
  /** Absent where the person decided themself. */
  readonly connected?: { readonly by: string; readonly toldAt: string | null } | undefined;
}

/** An account of the organization. */
export interface Account extends AddressedPerson {
  readonly isSuspended: boolean;
}

export type SyncChange =
  /** @param knownAs the address by which the work system knows them; null where it is one of the account's. */
  | {
      readonly kind: 'connect';
      readonly account: AddressedPerson;
      readonly knownAs: string | null;
      readonly by: string;
    }
  | { readonly kind: 'end'; readonly userId: string }
  /** Again, after what stopped it is cured. */
  | { readonly kind: 'start'; readonly userId: string };

/** Only the sync account reaches it. */
export interface ConnectedDesk {
  policy(): Result<WhoConnects, Failure>;
  savePolicy(who: WhoConnects): Result<null, Failure>;
  people(): Result<readonly WorkPerson[], Failure>;
  syncs(): Result<readonly PersonSync[], Failure>;
  /** The account that has this address; null where the organization has none. */
  account(address: string): Result<Account | null, Failure>;
  /** Whether the person has turned their own sync on or off, and no run has seen it yet. */
  hasDecided(userId: string): boolean;
  /** Looks again whether the person's calendar can be reached, and why not. */
  prove(sync: PersonSync): Result<null, Failure>;
  change(changes: readonly SyncChange[]): Result<null, Failure>;
  /** Reads and writes while nobody else does. Fails with `busy`. */
  alone<T>(work: () => Result<T, Failure>): Result<T, Failure>;
  /** The address of the service account that reaches everybody's calendar; null where none can be used. */
  readonly serviceAccount: string | null;
}

export interface ConnectedPorts {
  desk(): Result<ConnectedDesk, Failure>;
}
