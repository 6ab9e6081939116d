/** What a person reads of a failure, on whichever surface it shows: nothing else words them. */
import type { Failure } from '../kit/failure';
import { ACCESS_WORDS } from './failure-words-access';
import { CONNECTION_WORDS } from './failure-words-connection';
import { RECORD_WORDS } from './failure-words-records';
import { RUNNING_WORDS } from './failure-words-running';
import type { FailureWords, WordsTable } from './words-table';

export type { FailureWords } from './words-table';

/** A new kind must be worded to compile. */
const WORDS: WordsTable = {
  ...ACCESS_WORDS,
  ...CONNECTION_WORDS,
  ...RECORD_WORDS,
  ...RUNNING_WORDS,
};

/** Plain text in all of it: what draws it escapes. */
export function failureWords(failure: Failure): FailureWords {
  const wordsOf = WORDS[failure.kind] as (failure: Failure) => FailureWords;
  return wordsOf(failure);
}
