import type { FailureKind, FailureOf } from '../kit/failure';
import type { ConsolePlace, Link } from './consoles';

export interface FailureWords {
  /** What happened, in the help articles' own words where they have any (H32-H36). */
  readonly heading: string;
  /** What it means for whoever reads it. */
  readonly meaning: string;
  /** What to do about it, with the path in Google's console; or that nothing needs to be done. */
  readonly cure: string;
  /** Where the cure is done, if that is a page of Google's. */
  readonly link: Link | null;
}

export type WordsTable = {
  readonly [K in FailureKind]: (failure: FailureOf<K>) => FailureWords;
};

export interface SpokenParts {
  readonly heading: string;
  readonly meaning: string;
  readonly cure: string;
  /** Its link stands beside the cure. */
  readonly at?: ConsolePlace;
}

export const said = ({ heading, meaning, cure, at }: SpokenParts): FailureWords => ({
  heading,
  meaning,
  cure,
  link: at ? at.link : null,
});

/** Scopes as a person can tell them apart: without the part that all of Google's have in common. */
export const scopeNames = (scopes: readonly string[]): string =>
  scopes.map((scope) => scope.replace('https://www.googleapis.com/auth/', '')).join(', ');
