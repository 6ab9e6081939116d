/** Tells administrators what has stopped working: in the workbook's Problems where it can be reached, and by mail, once. */
import { clock } from '../google/clock';
import { sendMail } from '../google/mail';
import { webAppUrl } from '../google/session';
import type { Health, Trouble } from '../install/health';
import { healthAfterMail, healthMail, untold } from '../install/health-mail';
import { instantAt } from '../kit/clock';
import { slot, valueOr } from '../kit/slot';
import { problemBook } from '../runs/problems';
import { array, string } from 'valibot';
import { decoderOf } from '../kit/decoder';
import { healthOf, noteHealth } from './health-notes';
import type { Round } from './round';

const aboutOf = ({ feature, failure }: Trouble): string => `Tandem: ${feature}, ${failure.kind}`;

/** The troubles that are already listed in Problems. The sheet is read only if they have changed. */
const listedSlot = (round: Round) =>
  slot<readonly string[]>(round.memory, {
    key: `health.listed.${round.tenant.workbookId}`,
    version: 1,
    decode: decoderOf(array(string())),
    isShort: true,
  });

/** Adds what is wrong to the workbook's Problems, and removes what is over. */
export function listTroubles(round: Round): void {
  const { troubles } = healthOf(round.execution.shared, round.tenant);
  const place = listedSlot(round);
  const listed: readonly string[] = valueOr(place.read(), []);
  const wanted = troubles.map(aboutOf).sort();
  if (JSON.stringify(listed) === JSON.stringify(wanted)) return;
  const { problems } = round.book.records;
  const before = problems.load();
  // It may be the workbook that is out of reach: the page says so, and the next run tries again.
  if (!before.ok) return;
  const book = problemBook(before.value, clock);
  for (const about of listed) if (!wanted.includes(about)) book.noteSuccess(about);
  for (const trouble of troubles)
    if (!listed.includes(aboutOf(trouble)))
      book.noteFailure(aboutOf(trouble), null, trouble.failure);
  if (book.isChanged && !problems.save(book.list()).ok) return;
  // If it cannot be remembered, it is compared again.
  void place.write(wanted);
}

/** A mail that cannot be sent harms nothing: it is tried again after an hour, and the page says the same. */
export function mailTroubles({ execution, tenant }: Round): void {
  const health = healthOf(execution.shared, tenant);
  const news = untold(health, clock.now());
  if (news.length === 0) return;
  const at = instantAt(clock.now());
  // Noted before it is sent: a fault in sending must not send it again every minute.
  const noted = noteHealth(execution.shared, tenant, (before) =>
    healthAfterMail(before, sameAs(before, news), { at, isSent: false }),
  );
  const sent = sendMail(healthMail(tenant, news, webAppUrl()));
  if (!sent.ok) return;
  noteHealth(execution.shared, tenant, () =>
    healthAfterMail(noted, sameAs(noted, news), { at, isSent: true }),
  );
}

const sameAs = ({ troubles }: Health, wanted: readonly Trouble[]): readonly Trouble[] =>
  troubles.filter((one) =>
    wanted.some(
      ({ feature, part, failure }) =>
        one.feature === feature && one.part === part && one.failure.kind === failure.kind,
    ),
  );
