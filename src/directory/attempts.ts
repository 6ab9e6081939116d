import { canonicalJson } from '../kit/canonical';
import type { ProblemBook } from '../runs/problems';
import type { Applied, Failed } from './apply';
import { afterOf, beforeOf, type LeftOut, type Operation } from './operations';
import { keyOf } from './plan';

const ABOUT = 'directory person ';

/** The subject of a problem of the directory sync. */
export const aboutPerson = (key: string): string => `${ABOUT}${key}`;

/** Drops problems of people for whom nothing is planned: what failed was done after all, or is no longer wanted. */
export function forgetOthers(book: ProblemBook, operations: readonly Operation[]): void {
  const wanted = new Set(operations.map((operation) => aboutPerson(keyOf(operation))));
  for (const { about } of book.list())
    if (about.startsWith(ABOUT) && !wanted.has(about)) book.noteSuccess(about);
}

/** What to try, and who has failed so often that only a change gets them another try (Inv19). */
export function toBeTried(
  operations: readonly Operation[],
  book: ProblemBook,
): { readonly operations: readonly Operation[]; readonly leftOut: readonly LeftOut[] } {
  const isLeft = (operation: Operation): boolean =>
    book.isQuarantined(aboutPerson(keyOf(operation)), attemptOf(operation));
  return {
    operations: operations.filter((operation) => !isLeft(operation)),
    leftOut: operations
      .filter(isLeft)
      .map((operation) => ({ who: afterOf(operation).email, reason: 'still-failing' })),
  };
}

/** Updates the problems of everybody who was tried. */
export function noteAttempts(book: ProblemBook, { done, failed }: Applied): void {
  for (const operation of done) book.noteSuccess(aboutPerson(keyOf(operation)));
  for (const { operation, failure } of failed) noteFailure(book, { operation, failure });
}

const noteFailure = (book: ProblemBook, { operation, failure }: Failed): void =>
  book.noteFailure(aboutPerson(keyOf(operation)), attemptOf(operation), failure);

/** Identifies what was tried, and on which versions: it changes when either side does. */
const attemptOf = (operation: Operation): string =>
  canonicalJson({ ...operation.content, '': beforeOf(operation)?.version });
