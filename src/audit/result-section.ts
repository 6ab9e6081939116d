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

/** After this time an OAuth log event is in the log, as a rule. @see https://support.google.com/a/answer/7061566 */
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
          `${progressOf(exported.upTo)} There is more than fits into one go: press Export again to go on.`,
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
          'Tandem recognises its rows by the headings of the eight columns. Put them back, or give that sheet another name, then press Export again: a new one is made.',
        ),
      );
    default:
      return unreachable(exported);
  }
}

const LATE = `Google shows OAuth events up to ${USUAL_LAG_HOURS} hours late, some later. The next export adds those.`;

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
            below: 'Older than what was exported before, so they stand below newer rows.',
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

/** A refused log is worded for the log; elsewhere the same refusal speaks of the directory. */
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
