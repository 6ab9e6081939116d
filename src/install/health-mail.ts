/** The mail that tells administrators what has stopped working: its subjects, its time and its words. Pure. */
import { failureWords } from '../card/failure-words';
import { msOf } from '../kit/clock';
import { timeWords } from '../kit/date-words';
import { HEALTH, isHealing, type Health, type Trouble } from './health';
import type { Tenant } from './tenant';

export interface HealthMail {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

/**
 * One mail about everything that is new.
 *
 * @param adminPage its address; null where none is deployed.
 */
export function healthMail(
  { syncAccount, deputy, domain }: Pick<Tenant, 'syncAccount' | 'deputy' | 'domain'>,
  troubles: readonly Trouble[],
  adminPage: string | null,
): HealthMail {
  const told = [...new Map(troubles.map((one) => [JSON.stringify(one.failure), one])).values()];
  const [first] = told.map(({ failure }) => failureWords(failure).heading);
  const more = told.length - 1;
  return {
    to: [syncAccount.email, ...(deputy === null ? [] : [deputy.email])],
    subject: `Tandem for ${domain}: ${first ?? 'something is wrong'}${more > 0 ? `, and ${more} more` : ''}`,
    text: [
      ...told.map(troubleText),
      ...(adminPage === null ? [] : [`Tandem’s Admin page: ${adminPage}`]),
      'You get this mail because you are the sync account or its deputy. You will get no second mail about the same trouble before it is over.',
    ].join('\n\n'),
  };
}

function troubleText({ failure, since }: Trouble): string {
  const { heading, meaning, cure, link } = failureWords(failure);
  return [
    heading,
    `Since ${timeWords(since)}.`,
    meaning,
    cure,
    ...(link === null ? [] : [link.url]),
  ].join('\n');
}

/** The troubles that need a mail now: each one once, until it is over. */
export const untold = ({ troubles }: Health, nowMs: number): readonly Trouble[] =>
  troubles.filter(
    ({ failure, since, toldAt, triedAt }) =>
      toldAt === null &&
      (triedAt === null || nowMs - msOf(triedAt) >= HEALTH.MAIL_AGAIN_MS) &&
      (!isHealing(failure) || nowMs - msOf(since) >= HEALTH.PATIENCE_MS),
  );

/** The record after a mail about these was sent or failed. */
export const healthAfterMail = (
  before: Health,
  about: readonly Trouble[],
  mail: { readonly at: string; readonly isSent: boolean },
): Health => ({
  ...before,
  troubles: before.troubles.map((one) =>
    about.includes(one) ? { ...one, triedAt: mail.at, toldAt: mail.isSent ? mail.at : null } : one,
  ),
});
