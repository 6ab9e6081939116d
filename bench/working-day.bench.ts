/** A working day of a company in which everybody's sync is on: the built add-on, with Google's quotas in force. */
import type { JsonObject } from '../emulator/workspace/api-method';
import { random, type Random } from '../emulator/kit/random';
import type { Execution } from '../emulator/runtime/execution';
import { STEPS, stepOfShare } from '../src/calendar/boards/freshness-log';
import { principal } from '../test/support/tandem';
import {
  ADMIN,
  finalizedCompany,
  personAt,
  rowsOf,
  turnOnCalendars,
  type Company,
} from './company';
import { about, type Figure } from './figure';
import { runsDuring, tallyOf, type Tally } from './tally';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

interface Day {
  readonly people: number;
  /** In everybody's calendar at the beginning; half are events, half are rows. */
  readonly entries: number;
  readonly hours: number;
  /** What a person changes in a week of five days, half of it in Google. */
  readonly changesAWeek: number;
}

interface DayUse {
  /** Of the runner's executions, which are the sync account's. */
  readonly tally: Tally;
  /** Milliseconds for which the sync account's triggers ran. */
  readonly triggerMs: number;
  /** Milliseconds for which people's own triggers ran, all together. */
  readonly peoplesMs: number;
  readonly changes: number;
  /** How long changes took, as Tandem itself counted it: by the steps of its freshness log. */
  readonly freshness: { readonly toWork: readonly number[]; readonly toGoogle: readonly number[] };
  /** Executions that failed. */
  readonly failed: number;
  /** Changes that were not on the other side an hour after the day. */
  readonly lost: readonly string[];
}

interface Going extends Company {
  readonly day: Day;
  readonly chance: Random;
  /** What was changed last, by what identifies it: the title that both sides should have. */
  readonly titles: Map<string, string>;
  /** Events that people made in Google, by person. */
  readonly events: Map<string, string[]>;
  /** The numbers of rows that people typed, counted from 1, as long as nobody sorts. */
  rows: number;
}

function workingDay(day: Day): DayUse {
  const going = companyAtWork(day);
  const { workspace } = going;
  const before = new Set(workspace.engine.executions);
  let changes = 0;
  const runs = runsDuring(workspace, () => {
    const [minutes, perMinute] = [day.hours * 60, changesAMinute(day)];
    let due = 0;
    for (let minute = 0; minute < minutes; minute += 1) {
      for (due += perMinute; due >= 1; due -= 1) change(going, (changes += 1));
      workspace.advance(MINUTE_MS);
    }
  });
  const all = workspace.engine.executions.filter((one) => !before.has(one));
  const peoples = all.filter(({ start }) => start.functionName === 'onCalendarUpdated');
  const freshness = freshnessOf(going);
  workspace.advance(HOUR_MS);
  return {
    tally: tallyOf(runs),
    triggerMs: lasted(runs),
    peoplesMs: lasted(peoples),
    changes,
    freshness,
    failed: all.filter(({ error }) => error !== null && error !== undefined).length,
    lost: lostIn(going),
  };
}

const changesAMinute = ({ people, changesAWeek, hours }: Day): number =>
  (people * changesAWeek) / 5 / (hours * 60);

const lasted = (executions: readonly Execution[]): number =>
  executions.reduce((sum, one) => sum + one.elapsedMs(), 0);

/** Everybody's first sync is done, and everybody has the trigger that their own card makes. */
function companyAtWork(day: Day): Going {
  const company = turnOnCalendars(finalizedCompany(day.people + 1));
  const going: Going = {
    ...company,
    day,
    chance: random({ seed: 7 }),
    titles: new Map(),
    events: new Map(),
    rows: 0,
  };
  for (let person = 1; person <= day.people; person += 1) startSync(going, personAt(person));
  fill(going);
  for (let hours = 0; inStepCount(going) < day.people; hours += 1) {
    if (hours > 48) throw new Error(`Only ${inStepCount(going)} of ${day.people} are in step.`);
    going.workspace.advance(HOUR_MS);
  }
  // A new day: the first syncs have used much of this one's quotas.
  const { quotaUse } = going.workspace.installed!.record;
  for (const key of Object.keys(quotaUse)) delete quotaUse[key];
  return going;
}

/** The wish and the trigger that a person's own card makes. */
function startSync({ workspace }: Going, email: string): void {
  const { record } = workspace.installed!;
  const { userId } = principal(workspace, email);
  const tenant = Object.keys(record.scriptProperties).find((key) => key.startsWith('tenant.'))!;
  const at = new Date(workspace.clock.now()).toISOString();
  record.scriptProperties[`${tenant.replace('tenant.', 'wish.')}.${userId}`] = JSON.stringify({
    v: 2,
    data: { email, wish: { kind: 'on', at, consentVersion: 1 } },
  });
  record.triggers.push({
    uid: `watch-${userId}`,
    handler: 'onCalendarUpdated',
    ownerUserId: userId,
    surface: 'addon',
    createdAt: workspace.clock.now(),
    source: { kind: 'calendar', calendarId: email },
    nextRunAt: null,
    fired: false,
  });
}

function fill(going: Going): void {
  const { people, entries } = going.day;
  for (let index = 0; index < entries / 2; index += 1) {
    const rows: string[][] = [];
    for (let person = 1; person <= people; person += 1) {
      addEvent(going, personAt(person), `Event ${index}`);
      rows.push(rowOf(going, personAt(person), `Row ${index}`));
    }
    append(going, rows);
  }
}

/** Within the four weeks to come, in working hours. */
function someHour({ workspace, chance }: Going): { readonly start: Date; readonly end: Date } {
  const day = Math.ceil(workspace.clock.now() / DAY_MS) + chance.int(28);
  const start = day * DAY_MS + (7 + chance.int(10)) * HOUR_MS;
  return { start: new Date(start), end: new Date(start + HOUR_MS) };
}

function addEvent(going: Going, email: string, summary: string): void {
  const { start, end } = someHour(going);
  const { id } = going.workspace.act(
    email,
    'calendar.events.insert',
    { calendarId: 'primary' },
    {
      summary,
      start: { dateTime: start.toISOString() },
      end: { dateTime: end.toISOString() },
    },
  ) as { readonly id: string };
  going.events.set(email, [...(going.events.get(email) ?? []), id]);
}

function rowOf(going: Going, owner: string, name: string): string[] {
  const { start, end } = someHour(going);
  const typed = (at: Date): string => at.toISOString().slice(0, 16).replace('T', ' ');
  return [name, 'Appointment', owner, typed(start), typed(end)];
}

function append(going: Going, values: string[][]): void {
  going.workspace.act(
    ADMIN,
    'sheets.spreadsheets.values.append',
    { spreadsheetId: going.workbookId, range: 'Activities', valueInputOption: 'USER_ENTERED' },
    { values } as unknown as JsonObject,
  );
  going.rows += values.length;
}

/** One person changes one thing: in turn a new event, a renamed event, a new row, a renamed row. */
function change(going: Going, number: number): void {
  const { chance, day, workspace, titles, workbookId } = going;
  const email = personAt(1 + chance.int(day.people));
  const title = `Change ${number}`;
  switch (number % 4) {
    case 0:
      addEvent(going, email, title);
      break;
    case 1: {
      const own = going.events.get(email)!;
      const eventId = own[chance.int(own.length)]!;
      for (const [key, former] of titles) if (key === eventId) titles.delete(former);
      workspace.act(
        email,
        'calendar.events.patch',
        { calendarId: 'primary', eventId },
        { summary: title },
      );
      titles.set(eventId, title);
      return;
    }
    case 2:
      append(going, [rowOf(going, email, title)]);
      break;
    default: {
      const row = 2 + chance.int(going.rows);
      workspace.act(
        ADMIN,
        'sheets.spreadsheets.values.update',
        {
          spreadsheetId: workbookId,
          range: `Activities!A${row}`,
          valueInputOption: 'USER_ENTERED',
        },
        { values: [[title]] } as unknown as JsonObject,
      );
      titles.set(`row ${row}`, title);
      return;
    }
  }
  titles.set(title, title);
}

function inStepCount(company: Company): number {
  const [headings = [], ...rows] = rowsOf(company, 'Connections');
  const progress = headings.indexOf('Progress');
  return rows.filter((row) => Boolean(row[progress])).length;
}

/** What was changed last and is not on both sides. A row that was renamed after its event, or before, has one of the two titles. */
function lostIn(going: Going): readonly string[] {
  const { workspace, day, titles } = going;
  const rows = new Set(rowsOf(going, 'Activities').map(([name]) => String(name)));
  const events = new Set<string>();
  for (let person = 1; person <= day.people; person += 1) {
    const { items } = workspace.act(personAt(person), 'calendar.events.list', {
      calendarId: 'primary',
      maxResults: 2_500,
      fields: 'items(summary)',
    }) as { readonly items: readonly { readonly summary: string }[] };
    for (const { summary } of items) events.add(summary);
  }
  return [...titles.values()].filter((title) => rows.has(title) !== events.has(title));
}

function freshnessOf({ workspace }: Company): DayUse['freshness'] {
  const kept = Object.entries(workspace.installed!.record.scriptProperties).find(([key]) =>
    key.endsWith('.calendar.freshness'),
  );
  const { data } = JSON.parse(kept![1]) as { readonly data: readonly DayUse['freshness'][] };
  return data[data.length - 1]!;
}

/** Requests that Google allows an account in a day, and the hours of its triggers. */
const REQUESTS_A_DAY = 100_000;
const TRIGGER_HOURS_A_DAY = 6;

/** In minutes; what took longer than a day counts as two. */
const withinMinutes = (counts: readonly number[], share: number): number =>
  STEPS[stepOfShare(counts, share) ?? 0]?.minutes ?? 2_880;

function figuresOf({ tally, triggerMs, changes, freshness, failed, lost }: DayUse): Figure[] {
  const { toWork, toGoogle } = freshness;
  return [
    { what: 'changes that people made', figure: changes, unit: '' },
    {
      what: 'changes missing on the other side an hour later',
      figure: lost.length,
      unit: '',
      bound: 0,
      target: 0,
    },
    { what: 'executions that failed', figure: failed, unit: '', bound: 0, target: 0 },
    { what: 'requests by UrlFetchApp', figure: tally.googleHttp, unit: '', target: REQUESTS_A_DAY },
    {
      what: 'trigger time of the sync account',
      figure: triggerMs / HOUR_MS,
      unit: 'h',
      target: TRIGGER_HOURS_A_DAY,
    },
    {
      what: 'from Google to the work system, half within',
      figure: withinMinutes(toWork, 0.5),
      unit: 'min',
    },
    {
      what: 'from Google to the work system, 95 % within',
      figure: withinMinutes(toWork, 0.95),
      unit: 'min',
    },
    {
      what: 'from the work system to Google, half within',
      figure: withinMinutes(toGoogle, 0.5),
      unit: 'min',
    },
    {
      what: 'from the work system to Google, 95 % within',
      figure: withinMinutes(toGoogle, 0.95),
      unit: 'min',
    },
  ];
}

/**
 * A small company for an hour; `TANDEM_DAY=1000,10,9 npm run bench -- working-day` simulates a thousand people with ten entries each for
 * nine hours, which takes about an hour of this machine's time.
 */
export function bench(): Figure[] {
  const [people = 50, entries = 10, hours = 1] = (process.env['TANDEM_DAY'] ?? '')
    .split(',')
    .filter(Boolean)
    .map(Number);
  const day: Day = { people, entries, hours, changesAWeek: 30 };
  return about(
    `${people.toLocaleString('en')} people at work for ${hours} h, 30 changes a person and week`,
    figuresOf(workingDay(day)),
  );
}
