/** An export from its beginning to its end: opens the sheet, fills it, and finds out which application was meant. */
import { msOf } from '../kit/clock';
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import { valueOr } from '../kit/slot';
import { NOTHING_ADDED, type Exported, type Outcome, type Place } from './exported';
import { fillSheet, type Wish } from './fill-sheet';
import { eventsOf } from './log-event';
import { equallyNamed, likeNames } from './names';
import type { AuditPorts, ExportSheet } from './ports';
import { EVENT_NAMES } from './row';
import { markFor, type Mark } from './settings';
import { openRows, type SheetRows } from './sheet-rows';
import { LOG_MS } from './slice';

/** The tab that rows are added to. */
export const SHEET_TITLE = 'OAuth log events';

/** How many pages of the log are searched for names of applications. */
const NAME_PAGES = 5;

/**
 * Exports as wished, and says how it ended. When no event has the application's name as it was typed, but one has it
 * with other quotes, letter case, accents or spaces, exports that one.
 */
export function exportLog(ports: AuditPorts, wish: Wish): Exported {
  const { appName, eventName, fileId } = wish;
  const filter = { appName, eventName };
  const without = (outcome: Outcome): Exported => ({
    ...outcome,
    filter,
    place: null,
    lostFrom: null,
  });
  if (eventName !== '' && !EVENT_NAMES.includes(eventName))
    return without({ kind: 'unknown-event' });
  const sheet = ports.sheetOf(fileId, SHEET_TITLE);
  const file = sheet.file();
  const opened = file.ok ? openRows(sheet) : file;
  if (!opened.ok)
    return without({
      kind: 'failed',
      added: NOTHING_ADDED,
      failure: opened.failure,
      upTo: null,
    });
  if (opened.value.kind === 'other-headings') return without(opened.value);
  return named({ ports, sheet, rows: opened.value.rows }, wish);
}

interface Open {
  readonly ports: AuditPorts;
  readonly sheet: ExportSheet;
  readonly rows: SheetRows;
}

/** Exports under the name as typed; if no event has it, under the one that the log has instead. */
function named(open: Open, wish: Wish): Exported {
  const exported = filled(open, wish);
  if (wish.appName === '' || exported.kind !== 'complete' || exported.isHeard) return exported;
  const heard = namesHeard(open, wish);
  if (!heard.ok) return { ...exported, kind: 'failed', failure: heard.failure, upTo: null };
  const { names, isWhole } = heard.value;
  // In an empty log nothing is misspelt; under a known name, only events of the wanted kind are missing.
  if (names.length === 0 || names.includes(wish.appName)) return exported;
  const same = equallyNamed(wish.appName, names);
  if (same.length === 1) return filled(open, { ...wish, appName: same[0]! });
  return { ...exported, kind: 'unknown-name', near: likeNames(wish.appName, names), isWhole };
}

function filled(open: Open, wish: Wish): Exported {
  const { ports, rows } = open;
  const nowMs = ports.clock.now();
  const kept = markFor(valueOr(ports.marks.read(), []), wish);
  // Somebody who deleted all rows wants them again.
  const mark = rows.isEmpty && kept?.newest !== '' ? null : kept;
  const outcome = fillSheet({ ports, wish, rows, nowMs, mark });
  return {
    ...outcome,
    filter: { appName: wish.appName, eventName: wish.eventName },
    place: placeOf(open, wish, kept),
    lostFrom: lostFrom(mark, nowMs),
  };
}

function placeOf({ sheet, rows }: Open, { fileId }: Wish, kept: Mark | null): Place | null {
  const file = sheet.file();
  if (!file.ok || file.value.sheet === null) return null;
  const { zone, isShared, sheet: found } = file.value;
  const { id: sheetId, isHidden, isFiltered } = found;
  const isMadeAgain = rows.isNew && kept !== null && kept.newest !== '';
  const { lackedKeys: hadNoKeys } = rows;
  return { fileId, sheetId, zone, isHidden, isFiltered, isShared, isMadeAgain, hadNoKeys };
}

/** The end of earlier exports, if it is further back than Google's log goes. */
const lostFrom = (mark: Mark | null, nowMs: number): string | null =>
  mark !== null && mark.newest !== '' && msOf(mark.settledUpTo) < nowMs - LOG_MS
    ? mark.settledUpTo
    : null;

interface Heard {
  readonly names: readonly string[];
  /** Whether the whole log was searched. */
  readonly isWhole: boolean;
}

/** Names of applications in the log, the newest entries first, then in the sheet. */
function namesHeard({ ports, rows }: Open, { appName }: Wish): Result<Heard, Failure> {
  const names = new Set<string>();
  const everything = { appName: '', eventName: '', from: null, to: null };
  if (isNamed(ports, appName)) return ok({ names: [appName], isWhole: true });
  let pageToken: string | undefined;
  for (let pages = 0; pages < NAME_PAGES; pages += 1) {
    const page = ports.log.page(everything, pageToken);
    if (!page.ok) return page;
    for (const event of eventsOf(page.value.items, everything)) names.add(event.appName);
    pageToken = page.value.nextPageToken;
    if (pageToken === undefined || ports.deadline.left() === 0) break;
  }
  const inSheet = rows.appNames();
  if (!inSheet.ok) return inSheet;
  for (const name of inSheet.value) names.add(name);
  names.delete('');
  return ok({ names: [...names], isWhole: pageToken === undefined });
}

/** Whether an event of any kind has the name. */
function isNamed({ log }: AuditPorts, appName: string): boolean {
  const any = { appName, eventName: '' };
  const page = log.page({ ...any, from: null, to: null }, undefined);
  return page.ok && eventsOf(page.value.items, any).length > 0;
}
