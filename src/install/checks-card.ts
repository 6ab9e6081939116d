/** The checks as an administrator repeats them: what is wrong comes first, with its cure. */
import { button, buttons, runs } from '../card/action';
import { card, section } from '../card/card';
import type { Card } from '../card/card-json';
import { checkSections } from './check-sections';
import { failuresOf, type CheckReport } from './checks';
import { failureCardSection } from './failure-cards';
import { INSTALL } from './names';

/** More would not fit on one card; the others show once these are cured. */
const SHOWN_FAILURES = 3;

export const checksCard = (report: CheckReport): Card =>
  card(
    'What was checked',
    ...failuresOf(report).slice(0, SHOWN_FAILURES).map(failureCardSection),
    ...checkSections(report),
    section(
      '',
      buttons(
        button('Check again', runs(INSTALL.check)),
        button('Last 30 days', runs(INSTALL.health)),
        button('Back', runs(INSTALL.open)),
      ),
    ),
  );
