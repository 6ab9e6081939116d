import { checkCard } from '../../emulator/card/check';
import { CARD_DOOR, type Answer, type Inputs } from '../../src/card/action';
import type { Card } from '../../src/card/card-json';
import { directoryActions } from '../../src/directory/actions';
import type { DirectoryDesk } from '../../src/directory/desk';
import { directoryState } from '../../src/directory/state';
import { directorySummary } from '../../src/directory/summary';
import { ok } from '../../src/kit/result';
import { aUser, theirs, users } from './people';
import { World } from './world';

const ADMIN = { email: 'admin@example.com', domain: 'example.com' };
const HOUR_MS = 3_600_000;

/** The Admin page of an organisation. */
class Desk {
  readonly world = new World({ isApproved: false });
  starts = 0;
  leftMs = 30_000;
  readonly desk: DirectoryDesk = {
    ...this.world.parts(),
    runs: this.world.runs,
    clock: this.world.clock,
    deadline: { left: () => this.leftMs },
    start: () => {
      this.starts += 1;
      return ok(null);
    },
    workbookUrl: 'https://docs.google.com/spreadsheets/d/x',
    everyMs: HOUR_MS,
  };
  readonly actions = directoryActions(() => ok(this.desk));
  answer: Answer = this.press('directory.show');

  press(name: string, inputs: Inputs = {}): Answer {
    this.answer = this.actions[name]!.run(inputs, ADMIN);
    if (this.answer.card) expect(problemsOf(this.answer.card)).toEqual([]);
    return this.answer;
  }

  /** Presses the button that says so. */
  click(text: string): Answer {
    const found = buttonsOf(this.answer.card!).find((button) => button.text === text);
    if (!found) throw new Error(`No button "${text}" among: ${this.buttons().join(', ')}`);
    expect(found.onClick.action?.function).toBe(CARD_DOOR);
    const given = new Map(found.onClick.action?.parameters?.map(({ key, value }) => [key, value]));
    const inputs = Object.fromEntries([...given].map(([key, value]) => [key, [String(value)]]));
    return this.press(String(given.get('do')), inputs);
  }

  buttons = (): string[] => buttonsOf(this.answer.card!).map(({ text }) => text);
  says = (): string => JSON.stringify(this.answer.card);
  state = () => {
    const state = directoryState(this.desk);
    if (!state.ok) throw new Error('No state.');
    return state.value;
  };
  summary = () => directorySummary(this.state());
}

const widgetsOf = ({ sections = [] }: Card) => sections.flatMap(({ widgets = [] }) => widgets);

const problemsOf = (card: Card): unknown[] => [
  ...checkCard(card),
  ...(widgetsOf(card).length > 30 ? ['too many widgets'] : []),
];

interface ShownButton {
  readonly text: string;
  readonly onClick: {
    readonly action?: {
      readonly function?: string;
      readonly parameters?: readonly { readonly key?: string; readonly value?: string }[];
    };
  };
}

const buttonsOf = (card: Card): ShownButton[] =>
  widgetsOf(card).flatMap((widget) =>
    'buttonList' in widget ? (widget.buttonList!.buttons as unknown as ShownButton[]) : [],
  );

function filled(count = 62): Desk {
  const page = new Desk();
  page.world.directory.people = users(count);
  page.click('Look at what will happen');
  page.click(`Bring ${count} people in`);
  page.world.run();
  page.world.clock.sleep(1000);
  page.press('directory.show');
  return page;
}

test('people come in once somebody has looked at names and counts and said go [TA13, TC12]', () => {
  const page = new Desk();
  page.world.directory.people = [...users(62), aUser('bad', { name: {} })];
  expect(page.summary().text).toBe('Nobody has been brought in yet');
  page.click('Look at what will happen');
  expect(page.says()).toContain('Given g0001, Given g0002');
  expect(page.says()).toContain('and 42 more');
  expect(page.says()).toContain('bad@example.com has no name in Google');
  expect(page.world.employees.all()).toEqual([]);
  expect(page.starts).toBe(0);
  page.click('Bring 62 people in');
  expect([page.starts, page.state().kind]).toEqual([1, 'waiting']);
  expect(page.world.run()).toEqual({ kind: 'finished' });
  page.click('Refresh');
  expect(page.state().kind).toBe('done');
  expect(page.says()).toContain('Brought in: 62');
  expect(page.says()).toContain('Left out: 1 person');
  expect(page.says()).toContain('https://docs.google.com/spreadsheets/d/x');
  expect(page.summary()).toMatchObject({ mark: 'good' });
});

test('a preview that is no longer the one to be decided is not started [Att10]', () => {
  const page = new Desk();
  page.world.directory.people = users(3);
  page.click('Look at what will happen');
  const before = page.answer;
  page.world.directory.people = users(4);
  page.world.clock.sleep(1000);
  page.press('directory.look');
  page.answer = before;
  page.click('Bring 3 people in');
  expect([page.starts, page.answer.notice]).toEqual([
    0,
    'It changed meanwhile. Please look once more.',
  ]);
  expect(page.buttons()).toContain('Bring 4 people in');
  page.press('directory.go', { at: ['anything'] });
  expect(page.world.run()).toMatchObject({ failure: { kind: 'held' } });
});

test('a run that a brake holds names whom it would deactivate, and waits for one of two buttons [TC13]', () => {
  const page = filled();
  page.world.directory.people.splice(0, 20);
  page.world.run();
  page.press('directory.show');
  expect(page.buttons()).toEqual(['Read the directory again', 'Deactivate 20 people']);
  expect(page.says()).toContain('20 people are missing in Google');
  expect(page.says()).toContain('Given g0020');
  expect(page.summary()).toMatchObject({ mark: 'waiting', text: 'Waits for you' });
  page.click('Deactivate 20 people');
  page.world.run();
  page.press('directory.show');
  expect(page.says()).toContain('Deactivated: 20');
});

test('a list that is whole again needs no decision', () => {
  const page = filled();
  const all = page.world.directory.people;
  page.world.directory.people = all.slice(20);
  page.world.run();
  page.world.directory.people = all;
  page.press('directory.show');
  page.click('Read the directory again');
  expect(page.answer.notice).toBe('Nothing holds the sync any more: it goes on.');
  expect(page.world.outlook()).toBe(null);
});

test('an empty list cannot be approved, by no button and no forged press [D14]', () => {
  const page = filled();
  page.world.directory.people = [];
  page.world.run();
  page.press('directory.show');
  expect(page.buttons()).toEqual(['Read the directory again']);
  page.press('directory.go', { at: [page.world.outlook()!.at] });
  expect(page.world.run()).toMatchObject({ failure: { kind: 'held' } });
  expect(page.world.employees.all().every(({ isActive }) => isActive)).toBe(true);
});

test('a go to an empty list is none to the first run [TA13]', () => {
  const page = new Desk();
  page.click('Look at what will happen');
  page.press('directory.go', { at: [page.world.outlook()!.at] });
  page.world.directory.people = users(2);
  page.world.run();
  expect(page.world.outlook()?.hold).toEqual({ kind: 'first-run' });
  expect(page.world.employees.all()).toEqual([]);
});

describe('Sync all users', () => {
  test('can be pressed once in 24 hours, with the time left shown [G15, G16, TC3]', () => {
    const page = filled();
    page.click('Sync all users');
    expect(page.state().kind).toBe('waiting');
    page.world.run();
    page.click('Refresh');
    expect(page.buttons()).not.toContain('Sync all users');
    expect(page.says()).toContain('Possible again in 23 hours');
    const { starts } = page;
    page.press('directory.syncAll');
    expect([page.starts, page.answer.notice]).toEqual([
      starts,
      'Sync all users is possible again in 23 hours.',
    ]);
    page.world.clock.sleep(23 * HOUR_MS);
    page.press('directory.show');
    expect(page.buttons()).toContain('Sync all users');
  });

  test('is not used up by a run that fails; that can be tried again [D19]', () => {
    const page = filled();
    page.click('Sync all users');
    page.world.directory.failure = { kind: 'not-directory-admin', account: 'admin@example.com' };
    page.world.run();
    page.press('directory.show');
    expect(page.says()).toContain('This account cannot access the Google Workspace Directory');
    page.click('Try again');
    page.world.directory.failure = null;
    page.world.run();
    page.press('directory.show');
    expect(page.buttons()).toContain('Sync all users');
  });

  test('is not begun twice', () => {
    const page = filled();
    const before = page.answer;
    page.click('Sync all users');
    page.answer = before;
    const { starts } = page;
    page.click('Sync all users');
    expect([page.starts, page.answer.notice]).toEqual([starts, 'A run is on its way already.']);
  });
});

test('a run under way shows how far it is, also between two executions', () => {
  const page = new Desk();
  page.world.directory.people = users(10);
  page.world.batchSize = 2;
  page.world.approve([]);
  let steps = 0;
  page.world.run({}, { left: () => ((steps += 1) <= 6 ? 1 : 0) });
  page.press('directory.show');
  expect(page.state().kind).toBe('running');
  expect(page.says()).toMatch(/[2-8] of 10 people/);
  expect(page.buttons()).toContain('Refresh');
});

test('a sync that is late says so, with how long [G14, TC15]', () => {
  const page = filled();
  page.world.clock.sleep(6 * HOUR_MS);
  page.press('directory.show');
  expect(page.says()).toContain('The sync is behind');
  expect(page.says()).toContain('6 hours ago');
  expect(page.summary().mark).toBe('bad');
});

test('a failure of the first look is worded, and can be tried again', () => {
  const page = new Desk();
  page.world.directory.failure = { kind: 'api-access-blocked' };
  page.click('Look at what will happen');
  expect(page.says()).toContain('API controls');
  page.world.directory.failure = null;
  page.world.directory.people = users(2);
  page.click('Try again');
  expect(page.buttons()).toContain('Bring 2 people in');
});

test('an organisation too large for one click is looked at by a run', () => {
  const page = new Desk();
  page.world.directory.people = users(2);
  page.leftMs = 0;
  page.click('Look at what will happen');
  expect([page.starts, page.world.directory.calls]).toEqual([1, 0]);
  page.world.run();
  page.press('directory.show');
  expect(page.buttons()).toContain('Bring 2 people in');
});

test('forty names of any length and hundred people left out fit on a card', () => {
  const page = new Desk();
  const long = 'x<b>&"'.repeat(80);
  page.world.directory.people = [
    ...users(100).map((user) => ({ ...user, name: { givenName: long, familyName: user.id } })),
    ...users(100).map(({ id }) => aUser(`n${id}`, { name: {} })),
  ];
  page.click('Look at what will happen');
  expect(page.says()).not.toContain('<b>');
});

describe('Why is somebody (not) synced? [TC14]', () => {
  const page = filled(3);
  const { directory, employees } = page.world;
  directory.people.push(
    aUser('new'),
    aUser('nameless', { name: {} }),
    aUser('asleep', { suspended: true }),
    aUser('moved', { orgUnitPath: '/Sales' }),
    aUser('off', { suspended: true }),
    aUser('twice'),
  );
  employees.add(theirs('moved'));
  employees.add(theirs('off', { isActive: false }));
  employees.add(theirs('stranger', { googleId: null }));
  employees.add(theirs('left', { isActive: false }));
  employees.add(theirs('leaving'));
  employees.add(theirs('twice'));
  employees.add(theirs('twice'));

  test.each([
    ['G0001@Example.com ', 'Given g0001 (g0001@example.com) is synced'],
    ['new@example.com', 'Given new (new@example.com) is not in the work system yet'],
    ['nameless@example.com', 'nameless@example.com has no name in Google'],
    ['asleep@example.com', 'is suspended or archived in Google and was never in the work system'],
    ['moved@example.com', 'was changed. The next run brings the change over'],
    ['off@example.com', 'is suspended in Google, so they are deactivated'],
    ['stranger@example.com', 'is in the work system only'],
    ['left@example.com', 'is no longer in your Workspace'],
    ['leaving@example.com', 'the next run deactivates them'],
    ['twice@example.com', 'stands more than once in the work system with the same Google id'],
    ['nobody@example.com', 'is neither in your Workspace nor in the work system'],
  ])('%s', (address, sentence) => {
    page.press('directory.why', { who: [address] });
    expect(page.says()).toContain(sentence);
  });

  test('before the first go everybody waits for it', () => {
    const fresh = new Desk();
    fresh.world.directory.people = users(1);
    fresh.press('directory.why', { who: ['g0001@example.com'] });
    expect(fresh.says()).toContain('once you have looked at what will happen and said go');
  });

  test('nobody is asked about without an address', () => {
    expect(page.press('directory.why', { who: [' '] }).notice).toBe(
      'Type the address of a person.',
    );
  });

  test('with the failure and its cure for whom the work system refuses', () => {
    employees.refuses = () => ({ kind: 'rejected', id: 'x', reason: 'No such department' });
    page.world.run();
    page.press('directory.why', { who: ['new@example.com'] });
    expect(page.says()).toContain('could not be written to the work system');
    expect(page.says()).toContain('No such department');
  });
});
