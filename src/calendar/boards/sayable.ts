import { failureWords } from '../../card/failure-words';
import type { Failure } from '../../kit/failure';
import { shortened } from '../../kit/text';

/** A failure in words for people, short enough to be saved beside other things. */
export interface SayableFailure {
  readonly heading: string;
  readonly meaning: string;
  readonly cure: string;
}

const MOST = { heading: 120, meaning: 200, cure: 240 } as const;

export function sayable(failure: Failure): SayableFailure {
  const { heading, meaning, cure } = failureWords(failure);
  return {
    heading: shortened(heading, MOST.heading),
    meaning: shortened(meaning, MOST.meaning),
    cure: shortened(cure, MOST.cure),
  };
}
