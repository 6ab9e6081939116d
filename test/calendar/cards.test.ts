import { NO_RULES, type OwnRules } from '../../src/calendar/entry/own-choices';
import { COLORS } from '../../src/calendar/entry/own-filter';
import { choicesCard, effectsCard } from '../../src/calendar/panel/choices-cards';
import type { Effects } from '../../src/calendar/panel/choices-effects';
import { dayOf, DAYS, STEPS } from '../../src/calendar/boards/freshness-log';
import { checkCard } from '../../emulator/card/check';
import { hostProblems } from '../../emulator/card/host-problems';
import { ACTION_PARAMETER } from '../../src/card/door-names';
import type { Card } from '../../src/card/card-json';
import { CALENDAR } from '../../src/calendar/panel/action-names';
import { calendarAdminCard, calendarTroubleCard } from '../../src/calendar/panel/admin-cards';
import type { Hold } from '../../src/calendar/sync/brakes';
import type { SavedPreview } from '../../src/calendar/boards/preview-board';
import { askSwitchOffCard, askBeforeSaving } from '../../src/calendar/panel/admin-questions';
import { conflictsCard } from '../../src/calendar/panel/conflict-cards';
import { previewListCard } from '../../src/calendar/panel/preview-card';
import { askOffCard, calendarCard, typesCard } from '../../src/calendar/panel/cards';
import { previewOf } from '../../src/calendar/sync/preview';
import { sayable } from '../../src/calendar/boards/sayable';
import {
  askBeforeRewriting,
  fieldWaysCard,
  madeEventsCard,
} from '../../src/calendar/panel/made-cards';
import { DEFAULT_SETTINGS } from '../../src/calendar/settings';
import type { On, SyncState } from '../../src/calendar/boards/state';
import type { Status } from '../../src/calendar/boards/status-board';
import type { ToldConflict } from '../../src/calendar/boards/told-conflict';
import { msOf } from '../../src/kit/clock';
import { whyCard } from '../../src/calendar/panel/why-card';
import { WHY_NOT, type Reason } from '../../src/calendar/entry/why';
import { TYPES } from './company';
import { NOW, ZONE } from './world';

const HOSTILE = '<b>&"\'</b> <a href="https://evil.example">x</a>';

const counted = {
  count: 10_000,
  examples: Array.from({ length: 40 }, () => ({ title: HOSTILE, start: '2026-03-02T09:00:00' })),
};
const effects = { create: counted, update: counted, delete: counted };
const leftOut = (Object.keys(WHY_NOT) as Reason[]).map((reason) => ({ reason, count: 3 }));

const HOLDS: readonly Hold[] = [
  { kind: 'too-many-deletions', deletions: 12, links: 20 },
  { kind: 'too-many-creations', creations: 900, most: 500 },
  { kind: 'empty-listing', side: 'google', links: 20 },
  { kind: 'shrunken-listing', side: 'work', missing: 12, links: 20 },
];

const failure = sayable({ kind: 'suspended-subject', account: 'ann@example.com' });

const aStatus = (changes: Partial<Status> = {}): Status => ({
  at: NOW,
  outcome: 'done',
  written: { google: 3, work: 1 },
  changes: Array.from({ length: 4 }, () => ({
    at: NOW,
    title: HOSTILE,
    what: HOSTILE,
    isPrivate: false,
    undo: { run: 'run-1', id: 'e1' },
    event: { id: 'e1', madeIn: 'google' },
  })),
  conflicts: Array.from({ length: 100 }, (_, index) => aConflict(index)),
  leftOut,
  waiting: 2,
  links: 42,
  hold: null,
  failure: null,
  ...changes,
});

const aConflict = (index: number): ToldConflict => ({
  key: `k${index}`,
  at: NOW,
  google: `g${index}`,
  title: HOSTILE,
  winner: 'google',
  fields: ['title', 'when'],
  lost: HOSTILE,
  isPrivate: false,
});

const on = (changes: Partial<On> = {}): On => ({
  kind: 'on',
  since: NOW,
  health: 'fresh',
  freshness: { kind: 'fresh', ageMs: 120_000 },
  status: aStatus(),
  trouble: null,
  waiting: 'look',
  everyMinutes: 60,
  privacy: { before: 'full', now: 'leave-out', since: NOW },
  connectedBy: null,
  ...changes,
});

const example = { title: HOSTILE, start: '2026-03-09T10:00:00' };
const near = Array.from({ length: 8 }, (_, index) => ({
  mark: `mark0${index}`,
  google: example,
  work: example,
}));
const preview = {
  google: effects,
  work: effects,
  joined: counted,
  conflicts: counted,
  near,
  leftOut,
};

const aSaved = (changes: Partial<SavedPreview> = {}): SavedPreview => ({
  plannedAt: NOW,
  preview,
  hold: null,
  privateEvents: 'busy',
  same: '',
  audience: [HOSTILE, HOSTILE],
  failure: null,
  ...changes,
});

const STATES: readonly (readonly [string, SyncState])[] = [
  ['not set up', { kind: 'not-set-up' }],
  ['off for all', { kind: 'org-off', isOnForMe: true, isPaused: false }],
  ['paused for all', { kind: 'org-off', isOnForMe: true, isPaused: true }],
  ['off', { kind: 'off', trouble: null }],
  ['off after trouble', { kind: 'off', trouble: failure }],
  ['looking', { kind: 'looking', everyMinutes: 1 }],
  ['looking while nothing runs', { kind: 'looking', everyMinutes: null }],
  ['previewed', { kind: 'preview-ready', saved: aSaved({ hold: HOLDS[0]! }) }],
  [
    'previewed, nothing to do',
    {
      kind: 'preview-ready',
      saved: aSaved({ preview: previewOf({ operations: [], leftOut: [] }, NOW), audience: null }),
    },
  ],
  ['preview failed', { kind: 'preview-ready', saved: aSaved({ failure }) }],
  ['starting', { kind: 'starting', everyMinutes: 1 }],
  ['on', on()],
  [
    'on, nothing known',
    on({
      health: 'unknown',
      freshness: { kind: 'never' },
      status: null,
      waiting: null,
      since: null,
    }),
  ],
  ['behind', on({ health: 'behind', freshness: { kind: 'behind', ageMs: 9e7 } })],
  [
    'behind, with everybody',
    on({ health: 'behind', freshness: { kind: 'behind', ageMs: 9e7 }, trouble: failure }),
  ],
  ['failed', on({ health: 'failed', status: aStatus({ outcome: 'failed', failure }) })],
  ['taken off', on({ health: 'failed', status: aStatus({ outcome: 'off', failure }) })],
  ...HOLDS.map(
    (hold) =>
      [
        `held: ${hold.kind}`,
        on({ health: 'held', status: aStatus({ outcome: 'held', hold }) }),
      ] as const,
  ),
  ['stopping', { kind: 'stopping', copies: 'keep', everyMinutes: 1 }],
  ['stopping, removing', { kind: 'stopping', copies: 'remove', everyMinutes: 60 }],
];

/** Something on every day, in both directions, as slow as it gets. */
const A_FORTNIGHT = Array.from({ length: DAYS }, (_, index) => ({
  day: dayOf(msOf(NOW) - index * 86_400_000),
  toWork: STEPS.map((_step, step) => step),
  toGoogle: [...STEPS.map(() => 0), 100_000],
})).reverse();

const admin = (isCalendarOn: boolean, types = TYPES) =>
  calendarAdminCard({
    isCalendarOn,
    everyMinutes: isCalendarOn ? 60 : null,
    settings: DEFAULT_SETTINGS,
    types,
    people: { on: 5, failing: 1, held: 1, starting: 1, out: 1 },
    workbookUrl: 'https://docs.google.com/spreadsheets/d/x',
    trouble: isCalendarOn ? failure : null,
    isUnsaved: isCalendarOn,
    freshness: { days: isCalendarOn ? A_FORTNIGHT : [], nowMs: msOf(NOW) },
  });

const HOSTILE_RULES: OwnRules = {
  way: 'both-ways',
  filter: {
    only: Array.from({ length: 10 }, () => HOSTILE.slice(0, 30)),
    except: [HOSTILE.slice(0, 30)],
    colors: Object.keys(COLORS),
    kinds: ['all-day', 'focusTime', 'outOfOffice'],
    privateEvents: 'leave-out',
    copies: 'keep',
  },
};

const EFFECTS: Effects = {
  coming: { copied: 12, all: 40 },
  goes: Array.from({ length: 28 }, () => HOSTILE),
  comes: [HOSTILE],
  copies: 3,
  hidden: 2,
};

const OTHERS: readonly (readonly [string, Card])[] = [
  ['asking how to turn off', askOffCard()],
  [
    'types',
    typesCard(
      { types: Array.from({ length: 60 }, () => HOSTILE), fields: [HOSTILE, HOSTILE] },
      HOSTILE_RULES,
    ),
  ],
  ['types unknown', typesCard({}, { ...NO_RULES, way: 'to-work' })],
  ['types none', typesCard({ types: [] }, { ...NO_RULES, way: 'to-google' })],
  ['choices', choicesCard(HOSTILE_RULES)],
  ['no choices', choicesCard(NO_RULES)],
  ['what choices change', effectsCard(EFFECTS, { before: NO_RULES, after: HOSTILE_RULES }, true)],
  [
    'what another way changes',
    effectsCard(EFFECTS, { before: NO_RULES, after: { ...NO_RULES, way: 'to-google' } }, true),
  ],
  ['conflicts', conflictsCard(aStatus().conflicts, 1)],
  ['no conflicts', conflictsCard([], 0)],
  [
    'a searched list of a preview',
    previewListCard(aSaved(), { list: 'work.create', page: 0, find: 'evil' })!,
  ],
  ['a list of a preview', previewListCard(aSaved(), { list: 'work.create', page: 1 })!],
  ['asking before everybody is turned off', askSwitchOffCard(12, {})],
  [
    'asking before copies are taken out',
    askBeforeSaving(
      'busy',
      {
        taken: { entries: 3, people: 1 },
        left: { entries: 2, people: 1 },
      },
      {},
    )!,
  ],
  ['asking before events are rewritten', askBeforeRewriting({ entries: 4, people: 1 }, {})],
  ['events that Tandem makes', madeEventsCard(DEFAULT_SETTINGS)],
  ['fields that go one way', fieldWaysCard(DEFAULT_SETTINGS)],
  ['admin, before', calendarAdminCard(null)],
  ['admin, on', admin(true)],
  ['admin, off', admin(false, [])],
  ['admin, trouble', calendarTroubleCard({ kind: 'busy', until: NOW })],
  [
    'why, unreadable',
    whyCard({
      event: null,
      calendarId: 'ann@example.com',
      isApart: false,
      state: on(),
      policy: null,
      organizers: [],
      person: { email: 'ann@example.com', addresses: ['ann@example.com'], zone: ZONE },
      now: NOW,
    }),
  ],
];

const ALL = [
  ...STATES.map(([name, state]) => [name, calendarCard(state, msOf(NOW))] as const),
  ...OTHERS,
];

const setting = { openLinkUrlPrefixes: ['https://docs.google.com/', 'https://admin.google.com/'] };

test.each(ALL)(
  '%s: Google takes the card and shows it whole, with at most 30 widgets',
  (name, card) => {
    expect(checkCard(card)).toEqual([]);
    const problems = hostProblems(card, 'CALENDAR', setting);
    // The Admin page is our own, and a browser draws what a host would not.
    const isDrawnByUs = name.startsWith('admin,');
    expect(problems.filter(({ path }) => !isDrawnByUs || !path.endsWith('imageUrl'))).toEqual([]);
    const widgets = card.sections!.flatMap((section) => section.widgets ?? []);
    expect(widgets.length).toBeGreaterThan(0);
    expect(widgets.length).toBeLessThanOrEqual(30);
  },
);

test.each(ALL)('%s: what people wrote is text, not markup', (_, card) => {
  expect(JSON.stringify(card)).not.toContain('evil.example\\">');
});

test.each(ALL)('%s: every button asks for an action that there is', (_, card) => {
  const asked = [
    ...JSON.stringify(card).matchAll(
      new RegExp(`"key":"${ACTION_PARAMETER}","value":"([^"]+)"`, 'g'),
    ),
  ].map(([, name]) => name);
  const known = new Set<string | undefined>(Object.values(CALENDAR));
  expect(asked.filter((name) => !known.has(name))).toEqual([]);
});

test('a held run shows its numbers, and the button that says go carries them [D2, D14]', () => {
  const text = JSON.stringify(
    calendarCard(
      on({ health: 'held', status: aStatus({ outcome: 'held', hold: HOLDS[0]! }) }),
      msOf(NOW),
    ),
  );
  expect(text).toContain('12 entries of 20 would be deleted at once.');
  expect(text).toContain('{"key":"seen.deletions","value":"12"}');
});

test('freshness is what was measured, never a promise [D15]', () => {
  const text = (state: SyncState): string => JSON.stringify(calendarCard(state, msOf(NOW)));
  expect(text(on())).toContain('Up to date as of 2 minutes ago.');
  expect(text(on({ health: 'behind', freshness: { kind: 'behind', ageMs: 9e7 } }))).toContain(
    'Behind: up to date as of 25 hours ago.',
  );
});
