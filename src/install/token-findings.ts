/** What the responses of Google's token endpoint prove beside the delegation itself. */
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import type { Answers } from './answers';

type Asked = Pick<Answers, 'delegation' | 'license'>;

/** Refusals that come only after the signature was accepted. */
const AFTER_SIGNATURE: readonly Failure['kind'][] = [
  'unauthorized-client',
  'delegation-mismatch',
  'scope-not-delegated',
  'api-access-blocked',
  'suspended-subject',
  'unknown-subject',
  'client-internal',
];

const answersOf = ({ delegation, license }: Asked): readonly Result<unknown, Failure>[] => [
  ...delegation.map(({ proof }) => proof),
  license,
];

const isSigned = (answer: Result<unknown, Failure>): boolean =>
  answer.ok || AFTER_SIGNATURE.includes(answer.failure.kind);

export const key = (asked: Asked): Result<string, Failure> =>
  answersOf(asked).some(isSigned) ? ok('Google accepted its signature.') : firstFailure(asked);

/** Google refuses claims whose time is not its own, before it looks at anything else. */
export const clock = (asked: Asked): Result<string, Failure> =>
  answersOf(asked).some(isSigned)
    ? ok('Google accepted the time of Tandem’s requests.')
    : firstFailure(asked);

/** Tandem's manifest, and an organization's own list, name the servers that a script may reach. */
export function fetched(asked: Asked): Result<string, Failure> {
  const refused = answersOf(asked).find(
    (answer) => !answer.ok && answer.failure.kind === 'url-not-allowed',
  );
  if (refused && !refused.ok) return refused;
  return answersOf(asked).some(isSigned)
    ? ok('oauth2.googleapis.com answered, and so did appsmarket.googleapis.com.')
    : firstFailure(asked);
}

const firstFailure = (asked: Asked): Result<string, Failure> =>
  answersOf(asked).flatMap((answer) => (answer.ok ? [] : [answer]))[0]!;
