/** How each check came out on the last days. */
import { button, buttons, runs } from '../card/action';
import { card, fact, paragraph, section } from '../card/card';
import type { Card, Widget } from '../card/card-json';
import { dateWords, timeWords } from '../kit/date-words';
import { CHECKS, labelOf, type CheckName } from './check-names';
import { DAYS_KEPT, wrongDays, type DailyChecks } from './daily-checks';
import { INSTALL } from './names';

/** Without those that only a visitor of the page has: who they are themself. */
const SHOWN = CHECKS.filter((name) => name !== 'administrator' && name !== 'workspace-account');

/** @param daily null before the first day. */
export const dailyCard = (daily: DailyChecks | null): Card =>
  card(
    `Last ${DAYS_KEPT} days`,
    section(
      '',
      ...(daily === null || Object.keys(daily.days).length === 0
        ? [paragraph('The checks are made once a day. The first day is not over yet.')]
        : [
            paragraph(
              `The checks are made once a day in the sync account’s name, last on ${timeWords(daily.at)}. Each sign is a day, the newest at the right: ● good, ✗ wrong, · not checked.`,
            ),
            ...SHOWN.map((name) => lineOf(daily, name)),
          ]),
      buttons(button('Check now', runs(INSTALL.check)), button('Back', runs(INSTALL.open))),
    ),
  );

const lineOf = (daily: DailyChecks, name: CheckName): Widget =>
  fact(labelOf(name), drawn(daily.days[name] ?? ''), { below: inWords(daily, name) });

const drawn = (line: string): string =>
  line.replace(/\./g, '·').replace(/\+/g, '●').replace(/x/g, '✗') || '·';

/** What the signs show, for those who do not see them. */
function inWords(daily: DailyChecks, name: CheckName): string {
  const [newest, ...more] = wrongDays(daily, name);
  const good = (daily.days[name] ?? '').split('+').length - 1;
  if (newest === undefined)
    return good === 0 ? 'Not checked' : `Good on ${good} of ${daysOf(good)}`;
  const total = good + 1 + more.length;
  return `Good on ${good} of ${daysOf(total)}; last wrong on ${dateWords(newest)}`;
}

const daysOf = (count: number): string => (count === 1 ? '1 day' : `${count} days`);
