/** What a person reads about a failure, on every surface. Nothing else words failures. */
import type { Failure } from '../kit/failure';
import { ACCESS_WORDS } from './failure-words-access';
import { CONNECTION_WORDS } from './failure-words-connection';
import { RECORD_WORDS } from './failure-words-records';
import { RUNNING_WORDS } from './failure-words-running';
import type { FailureWords, WordsTable } from './words-table';

export type { FailureWords } from './words-table';

/** A new kind does not compile until it has words. */
const WORDS: WordsTable = {
  ...ACCESS_WORDS,
  ...CONNECTION_WORDS,
  ...RECORD_WORDS,
  ...RUNNING_WORDS,
};

/** All of it is plain text: whatever draws it escapes it. */
export function failureWords(failure: Failure): FailureWords {
  const wordsOf = WORDS[failure.kind] as (failure: Failure) => FailureWords;
  return wordsOf(failure);
}
