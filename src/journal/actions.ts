/** What the buttons of the page Journal do. For administrators only. */
import {
  inputOf,
  notices,
  shows,
  withTable,
  type Actions,
  type ActionEntry,
  type Answer,
  type Inputs,
} from '../card/action';
import { changesTable, journalCard, NEWEST, troubleCard } from './cards';
import { JOURNAL, JOURNAL_DAYS_INPUT, RUNS_DAYS_INPUT } from './names';
import type { JournalDesk, JournalPorts } from './ports';
import { daysOf, RETENTION_DAYS } from './retention';

export function journalActions(ports: JournalPorts): Actions {
  const entry = (act: (desk: JournalDesk, inputs: Inputs) => Answer): ActionEntry => ({
    for: 'operator',
    reach: 'workbook',
    run(inputs) {
      const desk = ports.desk();
      return desk.ok ? act(desk.value, inputs) : shows(troubleCard(desk.failure));
    },
  });
  return {
    [JOURNAL.show]: { ...entry((desk) => show(desk)), for: 'auditor', isRead: true },
    [JOURNAL.save]: entry(save),
  };
}

function show(
  { retention, newest, workbookUrl }: JournalDesk,
  notice: string | null = null,
): Answer {
  const kept = retention.load();
  if (!kept.ok) return shows(troubleCard(kept.failure), notice);
  const changes = newest(NEWEST);
  if (!changes.ok) return shows(troubleCard(changes.failure), notice);
  const answer = shows(journalCard({ retention: kept.value, workbookUrl }), notice);
  return withTable(answer, changesTable(changes.value));
}

/** What was typed stays on the page when it cannot be saved. */
function save(desk: JournalDesk, inputs: Inputs): Answer {
  const journalDays = daysOf(inputOf(inputs, JOURNAL_DAYS_INPUT));
  const runsDays = daysOf(inputOf(inputs, RUNS_DAYS_INPUT));
  if (journalDays === null || runsDays === null)
    return notices(
      `Nothing was saved. Write whole numbers of days, from ${RETENTION_DAYS.LEAST} to ${RETENTION_DAYS.MOST}.`,
    );
  const kept = desk.retention.save({ journalDays, runsDays });
  return kept.ok
    ? show(desk, 'Saved. It applies from the next run.')
    : shows(troubleCard(kept.failure));
}
