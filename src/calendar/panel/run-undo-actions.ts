/** Undoing a run for everybody: an administrator chooses the run, sees what would be put back, and says go by typing how many entries. */
import {
  decides,
  inputOf,
  notices,
  pushes,
  restarts,
  shows,
  type ActionEntry,
  type Actions,
  type Answer,
  type Caller,
  type Inputs,
} from '../../card/action';
import { instantAt, msOf } from '../../kit/clock';
import { timeWords } from '../../kit/date-words';
import { prefixed } from '../../kit/prefixed-store';
import { valueOr } from '../../kit/slot';
import { seenIn, type Answered } from '../../runs/decision';
import { progressOf, runUndoBook, runUndoState, type RunUndoBook } from '../boards/run-undo';
import { CALENDAR } from './action-names';
import type { CalendarActionPorts } from './action-ports';
import { calendarTroubleCard } from './admin-cards';
import { pastRunsCard, runUndoCard, runUndoPeopleCard, TYPED } from './run-undo-cards';
import { counted, entriesOf } from './sentences';

interface Undoing {
  readonly ports: CalendarActionPorts;
  readonly book: RunUndoBook;
  readonly nowMs: number;
  readonly isOn: boolean;
}

export function runUndoActions(ports: CalendarActionPorts): Actions {
  const entry = (
    act: (undoing: Undoing, inputs: Inputs, caller: Caller) => Answer,
  ): ActionEntry => ({
    for: 'operator',
    run(inputs, caller) {
      const organization = ports.organizationOf(caller);
      if (organization.kind === 'not-set-up') return notices('Finalize the installation first.');
      const prefix = `${organization.customer}.`;
      const book = runUndoBook(prefixed(ports.properties, prefix), prefixed(ports.cache, prefix));
      const isOn = organization.isCalendarOn;
      return act({ ports, book, nowMs: ports.clock.now(), isOn }, inputs, caller);
    },
  });
  return {
    [CALENDAR.runUndo]: entry((undoing) => home(undoing)),
    [CALENDAR.pastRuns]: { ...entry(listRuns), reach: 'workbook' },
    [CALENDAR.lookRunBack]: entry(lookBack),
    [CALENDAR.putRunBack]: entry(putBack),
    [CALENDAR.endRunUndo]: entry(end),
    [CALENDAR.runUndoPeople]: entry(listPeople),
  };
}

function home({ book, nowMs, isOn }: Undoing, notice: string | null = null): Answer {
  const state = runUndoState(book, nowMs);
  const last = valueOr(book.last.read(), null);
  const progress = progressOf(book, state);
  return restarts(runUndoCard({ state, progress, last, isOn }), notice);
}

function listRuns({ ports }: Undoing, inputs: Inputs): Answer {
  const runs = ports.admin.records.pastRuns();
  if (!runs.ok) return shows(calendarTroubleCard(runs.failure));
  const card = pastRunsCard(runs.value, Number(inputOf(inputs, 'page')));
  return inputs['page'] ? shows(card) : pushes(card);
}

/** Only one at a time. A new request replaces one that waits, never one that is being carried out. */
function lookBack(undoing: Undoing, inputs: Inputs, { email }: Caller): Answer {
  const { book, nowMs, isOn } = undoing;
  const [run, ranAt] = [inputOf(inputs, 'run'), inputOf(inputs, 'ranAt')];
  if (!isOn || run === '' || Number.isNaN(Date.parse(ranAt))) return home(undoing);
  if (runUndoState(book, nowMs).kind === 'going')
    return home(undoing, 'Another run is being undone.');
  const at = instantAt(nowMs);
  const kept = book.request.write({ run, ranAt: instantAt(msOf(ranAt)), at, by: email });
  return kept.ok ? home(undoing) : shows(calendarTroubleCard(kept.failure));
}

function putBack(undoing: Undoing, inputs: Inputs, { email: by }: Caller): Answer {
  const { book, nowMs } = undoing;
  const state = runUndoState(book, nowMs);
  if (state.kind !== 'waits') return home(undoing, NO_GO['nothing-waits']);
  const { entries, people } = state.waiting.what.tally;
  if (inputOf(inputs, TYPED).replace(/[\s.,]/g, '') !== String(entries))
    return notices(`Nothing was put back. Type ${entries}, the number of entries.`);
  const answered = book.decision.answer(seenIn(inputs), { nowMs, by });
  if (!answered.ok) return shows(calendarTroubleCard(answered.failure));
  const { kind } = answered.value;
  if (kind !== 'go') return home(undoing, NO_GO[kind]);
  const what = `${entriesOf(entries)} of ${counted(people, 'person', 'people')}`;
  return decides(
    home(undoing),
    'Undo for everybody',
    `Said go to undoing the run of ${timeWords(state.request.ranAt)}: ${what}.`,
  );
}

const NO_GO: Readonly<Record<Exclude<Answered['kind'], 'go'>, string>> = {
  'nothing-waits': 'There is nothing left to decide.',
  'not-approvable': 'There is nothing left to decide.',
  changed: 'The numbers have changed. Look again.',
  expired: 'That was more than a day ago. Look again.',
};

function end(undoing: Undoing): Answer {
  const { book, nowMs } = undoing;
  const { kind } = runUndoState(book, nowMs);
  book.request.clear();
  if (kind !== 'going') return home(undoing);
  return decides(
    home(undoing, 'What was put back so far stays put back.'),
    'Undo for everybody',
    'Stopped it.',
  );
}

function listPeople({ book }: Undoing, inputs: Inputs): Answer {
  const lines = Object.values(valueOr(book.lines.read(), {}));
  if (lines.length === 0) return notices('The list is no longer available.');
  const card = runUndoPeopleCard(lines, Number(inputOf(inputs, 'page')));
  return inputs['page'] ? shows(card) : pushes(card);
}
