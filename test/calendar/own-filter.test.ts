// A person's own filter of what goes from Google to the work system (TF15).
import { choicesOf, NO_CHOICES, NO_RULES, withChoices } from '../../src/calendar/entry/own-choices';
import { leftOutBy, NO_FILTER, type OwnFilter } from '../../src/calendar/entry/own-filter';
import type { GoogleEvent } from '../../src/calendar/entry/google-event';
import { withOwnPrivacy } from '../../src/calendar/own-policy';
import { effectsOf } from '../../src/calendar/panel/choices-effects';
import type { Policy } from '../../src/calendar/entry/policy';
import { aPolicy, aSeries, anEntry, NOW, World, ZONE } from './world';

let chosen = 0;

const filtering = (filter: Partial<OwnFilter>) => ({
  ...NO_CHOICES,
  at: `2026-03-01T12:00:${String(++chosen).padStart(2, '0')}.000Z`,
  rules: { ...NO_RULES, filter: { ...NO_FILTER, ...filter } },
});

const choose = (world: World, filter: Partial<OwnFilter>): void => {
  const person = { ...aPolicy().person, choices: filtering(filter) };
  world.policy = withOwnPrivacy({ ...world.policy, person });
};

const done = (world: World): void => expect(world.run({ approved: null }).kind).toBe('done');

const event: GoogleEvent = { id: 'a', summary: 'Team Lunch', start: { dateTime: NOW } };

test.each<[string, Partial<OwnFilter>, Partial<GoogleEvent>, string | null]>([
  ['nothing chosen', {}, {}, null],
  [
    'a word of the title, in any case',
    { except: ['gym', 'LUNCH'] },
    {},
    'its title contains “LUNCH”',
  ],
  ['another word', { except: ['dinner'] }, {}, null],
  ['a word to have', { only: ['team'] }, {}, null],
  [
    'a word to have that is not there',
    { only: ['board', 'sales'] },
    {},
    'its title contains none of “board”, “sales”',
  ],
  [
    'a word to have, without any title',
    { only: ['board'] },
    { summary: undefined as never },
    'its title contains none of “board”',
  ],
  ['a color', { colors: ['11'] }, { colorId: '11' }, 'its color is Tomato'],
  ['another color', { colors: ['11'] }, { colorId: '4' }, null],
  ['the color of its calendar', { colors: ['11'] }, {}, null],
  ['all day', { kinds: ['all-day'] }, { start: { date: '2026-03-02' } }, 'it lasts all day'],
  ['with a time', { kinds: ['all-day'] }, {}, null],
  ['focus time', { kinds: ['focusTime'] }, { eventType: 'focusTime' }, 'it is focus time'],
  [
    'out of office',
    { kinds: ['outOfOffice'] },
    { eventType: 'outOfOffice' },
    'it is out of office',
  ],
])('%s', (_, filter, more, words) => {
  expect(leftOutBy({ ...event, ...more }, { ...NO_FILTER, ...filter })).toBe(words);
});

function copied(): { world: World; lunch: string } {
  const world = new World();
  const lunch = world.addEvent(anEntry({ title: 'Lunch' }));
  world.addEvent(anEntry());
  done(world);
  return { world, lunch };
}

test('activities of what is left out stay as they are, or go; and come back when it passes again [TF15]', () => {
  for (const copies of ['keep', 'remove'] as const) {
    const { world, lunch } = copied();
    choose(world, { except: ['lunch'], copies });
    done(world);
    expect(world.names()).toEqual(copies === 'keep' ? ['Lunch', 'Review'] : ['Review']);
    world.google.edit(lunch, { summary: 'Lunch, later' });
    world.expectSettled();
    expect(world.names()).toEqual(copies === 'keep' ? ['Lunch', 'Review'] : ['Review']);
    choose(world, {});
    done(world);
    expect(world.names()).toEqual(['Lunch, later', 'Review']);
    world.expectSettled();
  }
});

test('an event that is renamed so that it no longer passes takes its activity with it, at once [TF15]', () => {
  const { world, lunch } = copied();
  choose(world, { except: ['secret'], copies: 'remove' });
  done(world);
  world.google.edit(lunch, { summary: 'Secret lunch' });
  done(world);
  expect(world.names()).toEqual(['Review']);
  expect(world.titles()).toEqual(['Review', 'Secret lunch']);
  world.expectSettled();
});

test('an activity that somebody edited, or had entered themselves, stays when its event is left out [TF15]', () => {
  const world = new World();
  const lunch = world.addEvent(anEntry({ title: 'Lunch' }));
  world.addEvent(anEntry({ title: 'Lunch too' }));
  world.addActivity(anEntry({ title: 'Lunch too' }));
  done(world);
  const row = [...world.work.activities.values()].find(({ externalId }) => externalId === lunch)!;
  world.work.edit(row.id, { notes: 'Bring the plan' });
  choose(world, { except: ['lunch'], copies: 'remove' });
  done(world);
  expect(world.names()).toEqual(['Lunch', 'Lunch too']);
  world.expectSettled();
});

test('an activity that says the same as an event that is left out is not copied beside it [TF15, S32]', () => {
  const world = new World();
  choose(world, { except: ['lunch'] });
  world.addEvent(anEntry({ title: 'Lunch' }));
  world.addActivity(anEntry({ title: 'Lunch' }));
  world.addActivity(anEntry({ title: 'Lunch with a client' }));
  done(world);
  expect(world.titles()).toEqual(['Lunch', 'Lunch with a client']);
  expect(world.names()).toEqual(['Lunch', 'Lunch with a client']);
  world.expectSettled();
});

test('a filter is for what comes from Google: copies of activities are not judged [TF15]', () => {
  const world = new World();
  choose(world, { except: ['lunch'], copies: 'remove' });
  const row = world.addActivity(anEntry({ title: 'Lunch' }));
  done(world);
  expect(world.titles()).toEqual(['Lunch']);
  world.google.edit(world.google.live()[0]!.id, { location: 'Room 1' });
  done(world);
  expect(world.work.activities.get(row)!.location).toBe('Room 1');
  world.expectSettled();
});

test('a series is judged as a whole, and its dates go with it [TF15, TF19]', () => {
  const world = new World();
  const recurrence = aSeries('RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=5');
  const series = world.addEvent(anEntry({ title: 'Choir', recurrence }));
  world.google.edit(`${series}_20260309T070000Z`, { summary: 'Lunch instead' });
  const out = world.addEvent(anEntry({ title: 'Lunch', recurrence }));
  world.google.edit(`${out}_20260309T070000Z`, { summary: 'Something else' });
  choose(world, { except: ['lunch'], copies: 'remove' });
  done(world);
  expect(world.names()).toEqual(['Choir', 'Lunch instead']);
  choose(world, {});
  done(world);
  expect(world.names()).toEqual(['Choir', 'Lunch', 'Lunch instead', 'Something else']);
  choose(world, { except: ['lunch'], copies: 'remove' });
  done(world);
  world.expectSettled();
  expect(world.names()).toEqual(['Choir', 'Lunch instead']);
});

test('a person’s own choice for private events hides more of their own, and of nobody else’s in the journal [TF15, S21]', () => {
  const world = new World();
  world.addEvent(anEntry({ title: 'Doctor', private: true }));
  done(world);
  expect(world.names()).toEqual(['Doctor']);
  const hidden: unknown[] = [];
  const journal = {
    append: world.journal.append.bind(world.journal),
    hide(what: Parameters<typeof world.journal.hide>[0]) {
      hidden.push(what.allPrivate);
      return world.journal.hide(what);
    },
  };
  choose(world, { privateEvents: 'busy' });
  world.run({ approved: null }, { ...world.ports, journal });
  expect(world.names()).toEqual(['Busy']);
  expect(hidden).toContain('of-the-person');
  expect(hidden).not.toContain('of-everybody');
});

test.each<[OwnFilter['privateEvents'], Policy['privateEvents'], Policy['privateEvents']]>([
  ['as-organization', 'full', 'full'],
  ['busy', 'full', 'busy'],
  ['busy', 'leave-out', 'leave-out'],
  ['leave-out', 'busy', 'leave-out'],
])('%s, where the organization says %s, is %s [TF15]', (own, organization, effect) => {
  const person = { ...aPolicy().person, choices: filtering({ privateEvents: own }) };
  expect(withOwnPrivacy(aPolicy({ privateEvents: organization, person })).privateEvents).toBe(
    effect,
  );
});

test('what choices would change is counted from the person’s own events: what is to come, what goes and what comes [TF15]', () => {
  const at = (id: string, more: Partial<GoogleEvent>): GoogleEvent => ({
    id,
    etag: id,
    start: { dateTime: '2026-03-05T09:00:00Z' },
    end: { dateTime: '2026-03-05T10:00:00Z' },
    ...more,
  });
  const events = [
    at('a', { summary: 'Lunch' }),
    at('b', { summary: 'Review' }),
    at('c', { summary: 'Gym' }),
    at('d', { summary: 'Doctor', visibility: 'private' }),
    at('over', {
      summary: 'Lunch, over',
      start: { dateTime: '2026-02-20T09:00:00Z' },
      end: { dateTime: '2026-02-20T10:00:00Z' },
    }),
    at('birthday', { summary: 'Birthday', eventType: 'birthday' }),
    at('date', { summary: 'Lunch', recurringEventId: 'a' }),
    at('copy', {
      summary: 'Copy',
      extendedProperties: {
        private: { tandemActivity: 'w', tandemGeneration: '1', tandemEvent: 'copy' },
      },
    }),
  ];
  const effects = effectsOf(
    events,
    {
      before: filtering({ except: ['gym'] }).rules,
      after: filtering({ except: ['lunch'], privateEvents: 'leave-out' }).rules,
    },
    {
      policy: {
        privateEvents: 'busy',
        since: null,
        specialEvents: 'leave-out',
        types: [],
        fields: [],
      },
      organizers: [],
      person: { email: 'ann@example.com', addresses: ['ann@example.com'], zone: ZONE },
      now: NOW,
    },
  );
  expect(effects).toEqual({
    coming: { copied: 2, all: 4 },
    goes: ['Lunch', 'Private', 'Lunch, over'],
    comes: ['Gym'],
    copies: 1,
    hidden: 1,
  });
});

test('choices that were saved before there were any rules are kept, and the same rules change nothing [TF15]', () => {
  const before = choicesOf({ at: 'then', leftOut: ['a'] });
  expect(before).toEqual({ at: 'then', leftOut: ['a'] });
  expect(withChoices(before, { events: [], rules: NO_RULES }, 'now')).toBe(before);
  const { rules } = filtering({ except: ['lunch'] });
  const after = withChoices(before, { events: [], rules }, 'now');
  expect(after).toEqual({ at: 'now', leftOut: ['a'], rules });
  expect(choicesOf(JSON.parse(JSON.stringify(after)))).toEqual(after);
  expect(withChoices(after, { events: [{ id: 'b', isLeftOut: true }] }, 'later').rules).toBe(rules);
});
