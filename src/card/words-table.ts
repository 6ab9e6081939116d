import type { FailureKind, FailureOf } from '../kit/failure';
import type { ConsolePlace, Link } from './consoles';

export interface FailureWords {
  /** What happened, in the help articles' own words where they have any (H32-H36). */
  readonly heading: string;
  /** What it means for the reader. */
  readonly meaning: string;
  /** What to do about it, with the path in Google's console, or that nothing needs to be done. */
  readonly cure: string;
  /** The page of Google's on which it is done, if any. */
  readonly link: Link | null;
}

export type WordsTable = {
  readonly [K in FailureKind]: (failure: FailureOf<K>) => FailureWords;
};

export interface SpokenParts {
  readonly heading: string;
  readonly meaning: string;
  readonly cure: string;
  /** Linked next to the cure. */
  readonly at?: ConsolePlace;
}

export const said = ({ heading, meaning, cure, at }: SpokenParts): FailureWords => ({
  heading,
  meaning,
  cure,
  link: at ? at.link : null,
});

/** The name, or other words if it is unknown, so that no sentence has a gap. */
export const named = (name: string, otherwise: string): string =>
  name.trim() === '' ? otherwise : name;

/** Somebody else's text as the end of a sentence, without its own full stop. */
export const quoted = (text: string): string =>
  named(text.trim().replace(/[.\s]+$/, ''), 'no reason was given');

/** Scopes in short form: without the part that all of Google's have in common. */
export const scopeNames = (scopes: readonly string[]): string =>
  named(
    scopes
      .filter((scope) => scope !== '')
      .map((scope) => scope.replace('https://www.googleapis.com/auth/', ''))
      .join(', '),
    'one of its scopes',
  );
