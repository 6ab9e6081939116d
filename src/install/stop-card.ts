/** The page Integrations while nothing runs: since when, what that means, and the way back. */
import { button, buttons, mainButton, opens, runs } from '../card/action';
import { card, fact, paragraph, section } from '../card/card';
import type { Card } from '../card/card-json';
import { msOf } from '../kit/clock';
import { timeWords } from '../kit/date-words';
import { INSTALL } from './names';
import type { SetupState } from './state';
import type { StopState } from './stop';
import { workbookAddress } from './tenant';

type Stopped = Extract<SetupState, { readonly kind: StopState }>;

/** @param isPromoted whether a demo is being replaced by production: then there is one way on. */
export function stoppedCard(
  { kind, tenant, stop }: Stopped,
  { nowMs, isPromoted }: { readonly nowMs: number; readonly isPromoted: boolean },
): Card {
  const isPaused = kind === 'paused';
  return card(
    isPaused ? 'Tandem is paused' : 'Google Workspace is disconnected',
    section(
      '',
      fact('Since', timeWords(stop.at)),
      paragraph(
        isPaused
          ? 'Nothing is read or written for anybody. What people change meanwhile is carried over once you resume.'
          : 'Nothing runs. The workbook, everybody’s switch and your settings are kept, so that you can connect again.',
      ),
      ...(kind === 'cooling-down' && stop.coolsUntil !== null
        ? [
            fact('Wait until', timeWords(stop.coolsUntil), {
              below: leftWords(msOf(stop.coolsUntil) - nowMs),
            }),
            paragraph(
              'Connecting another environment sooner may leave copies of the one before in people’s calendars.',
            ),
          ]
        : []),
      buttons(
        isPaused
          ? mainButton('Resume', runs(INSTALL.resume))
          : isPromoted
            ? mainButton('From demo to production', runs(INSTALL.promotion))
            : kind === 'disconnected'
              ? mainButton('Connect again', runs(INSTALL.administrator))
              : button('Connect anyway', runs(INSTALL.administrator)),
        button('Open the workbook', opens(workbookAddress(tenant.workbookId))),
      ),
    ),
  );
}

const HOUR_MS = 3_600_000;

/** The time left, rounded up. */
export function leftWords(leftMs: number): string {
  const hours = Math.ceil(leftMs / HOUR_MS);
  return hours === 1 ? 'Less than 1 hour left' : `${hours} hours left`;
}
