/** How somebody's calendar sync stands: what the records keep of it. */
import type { FailureKind } from '../kit/failure';
import type { AddressedPerson } from '../kit/person';
import type { Organizers } from './entry/organizers';
import type { OwnChoices } from './entry/own-choices';
import type { ToldConflict } from './journal-port';

/** A pair, or half of one, that failed. The next run reads it again, because no cursor reports it a second time. */
export interface Pending {
  readonly google: string | null;
  readonly work: string | null;
  readonly tries: number;
  readonly failure: FailureKind;
}

/** How far a person's sync has come. */
export interface Progress {
  readonly google: string | null;
  readonly work: string | null;
  /** The policy so far: under another one, everything is read again. */
  readonly policy: string;
  readonly pending: readonly Pending[];
  /** Paired activities that the last look did not find, or found to belong to somebody else: the next look decides. */
  readonly missing: readonly string[];
  readonly organizers?: Organizers | undefined;
}

/** One person's calendar sync in Tandem's records. An address may belong to somebody else tomorrow; the id is theirs for good. */
export interface Connection extends AddressedPerson {
  readonly state: 'on' | 'off';
  /** When the person agreed, and to which version of the text. */
  readonly consentedAt: string;
  readonly consentVersion: number;
  /** An IANA name; null until Google has said it. */
  readonly zone: string | null;
  /** The work system's state that was last carried over: `WorkCalendars.stateOf`; null for none. */
  readonly workState: string | null;
  readonly lastRunAt: string | null;
  /** Everything up to this instant has been carried over. Looks that found nothing are noted only on the status board. */
  readonly freshAt: string | null;
  readonly failure: FailureKind | null;
  /** Null before the first finished run. */
  readonly progress: Progress | null;
  /** The conflicts that the person has not dismissed, newest first. */
  readonly conflicts: readonly ToldConflict[];
  readonly choices: OwnChoices;
  /** Who connected them; absent where they turned it on or off themself. */
  readonly connected?: Connected | undefined;
  /** An administrator said that the work system knows them by this address, which their account does not have. It is among `addresses`. */
  readonly knownAs?: string | undefined;
}

/** What an administrator did for somebody: their work appointments go to Google Calendar, and nothing of theirs comes back (D24). */
export interface Connected {
  /** The administrator's address. */
  readonly by: string;
  /** Nothing is written before they have been told. */
  readonly toldAt: string | null;
}
