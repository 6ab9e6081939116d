import { buttons, button, opens } from '../card/action';
import { fact, standing, paragraph, section } from '../card/card';
import type { CardSection, Widget } from '../card/card-json';
import { failureWords } from '../card/failure-words';
import { instantAt } from '../kit/clock';
import { timeWords } from '../kit/date-words';
import type { Failure } from '../kit/failure';
import { unreachable } from '../kit/unreachable';
import type { Added } from './added';
import { SHEET_TITLE, type Exported } from './export';

/** An OAuth log event is usually in the log after this time. @see https://support.google.com/a/answer/7061566 */
const USUAL_LAG_HOURS = 4;

const HOUR_MS = 60 * 60 * 1000;

/** How an export ended, with what it added. */
export function resultSection(exported: Exported, nowMs: number): CardSection {
  switch (exported.kind) {
    case 'complete':
      return section(
        'Exported',
        ...addedWidgets('good', exported.added),
        fact('Complete up to', timeWords(instantAt(nowMs - USUAL_LAG_HOURS * HOUR_MS)), {
          below: LATE,
        }),
      );
    case 'continues':
      return section(
        'Not finished',
        ...addedWidgets('waiting', exported.added),
        paragraph(
          `${progressOf(exported.upTo)} There is more than one export can read. Press Export again to continue.`,
        ),
      );
    case 'failed':
      return section(
        'Not exported',
        ...failureWidgets(exported.failure),
        ...(exported.added.count > 0 ? addedWidgets('waiting', exported.added) : []),
      );
    case 'other-headings':
      return section(
        'Not exported',
        standing('bad', `The sheet ${SHEET_TITLE} has other headings`),
        paragraph(
          'Tandem recognizes its rows by the headings of the eight columns. Restore the headings, or rename the sheet so that Tandem adds a new one, then press Export again.',
        ),
      );
    default:
      return unreachable(exported);
  }
}

const LATE = `It can take ${USUAL_LAG_HOURS} hours or more until Google shows an OAuth event. The next export adds those that are not there yet.`;

function addedWidgets(mark: 'good' | 'waiting', added: Added): Widget[] {
  const { count, oldest, newest, late } = added;
  const into = `In the sheet ${SHEET_TITLE}`;
  if (count === 0) return [standing(mark, 'No new rows', into)];
  return [
    standing(mark, count === 1 ? '1 row added' : `${count} rows added`, into),
    ...(timeWords(oldest) === timeWords(newest)
      ? [fact('From', timeWords(newest))]
      : [fact('From', timeWords(oldest)), fact('To', timeWords(newest))]),
    ...(late > 0
      ? [
          fact('Came late', late === 1 ? '1 row' : `${late} rows`, {
            below: 'Older than the rows exported before, so they are below newer rows.',
          }),
        ]
      : []),
  ];
}

const progressOf = (upTo: string | null): string =>
  upTo === null ? 'The log is being read from its beginning.' : `Read up to ${timeWords(upTo)}.`;

function failureWidgets(failure: Failure): Widget[] {
  const { heading, meaning, cure, link } = wordsOf(failure);
  return [
    standing('bad', heading, meaning),
    paragraph(cure),
    ...(link ? [buttons(button(link.text, opens(link.url)))] : []),
  ];
}

/** Elsewhere the words for this refusal are about the directory, so the log has its own. */
function wordsOf(failure: Failure): ReturnType<typeof failureWords> {
  const words = failureWords(failure);
  if (failure.kind !== 'not-directory-admin') return words;
  return {
    ...words,
    heading: 'Only a Workspace administrator can read the log',
    meaning: `Google did not let ${failure.account} read the OAuth log.`,
    cure: 'Ask a Workspace administrator to open this spreadsheet and export, or to give you a role with the Reports privilege: Admin console → Account → Admin roles.',
  };
}
