/** All that is kept in step, to look something up in. */
import { button, buttons, runs } from '../../card/action';
import { card, section, sentence } from '../../card/card';
import type { Card } from '../../card/card-json';
import { msOf } from '../../kit/clock';
import type { Kept } from '../boards/kept-board';
import { CALENDAR } from './action-names';
import { listSection } from './preview-card';
import { ago } from './sentences';

/** @param wanted.find a part of a title or of a date; empty for all entries. */
export const keptCard = (
  kept: Kept,
  wanted: { readonly page: number; readonly find: string },
  nowMs: number,
): Card =>
  card(
    'Kept in step',
    section(
      '',
      sentence(
        'Your calendar and your work system both have these entries.',
        `Listed ${ago(nowMs - msOf(kept.at))}. A private one is shown by its time alone.`,
      ),
      buttons(button('List again', runs(CALENDAR.listKept))),
    ),
    listSection(kept, { ...wanted, near: kept.at }, (page) =>
      runs(CALENDAR.kept, { page: String(page) }),
    ),
  );
