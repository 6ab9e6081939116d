/** People who meet, come and go: of every meeting there is one activity, whoever has their sync on and whatever goes wrong in between. */
import fc from 'fast-check';
import { FIELDS } from '../../../src/calendar/entry/fields';
import { eventPatch, type GoogleEvent } from '../../../src/calendar/entry/google-event';
import { Company, MINUTE_MS, type Person } from '../../calendar/company';
import { Meeting } from '../../calendar/meetings';
import { aSeries, anEntry } from '../../calendar/world';
import { runsOf } from '../runs-of';
import { Crash } from './hostile';
import { hostileCompany, type CompanyFault } from './hostile-company';

const HOUR_MS = 60 * MINUTE_MS;
const NAMES = ['ann', 'bob', 'eve'];

interface Act {
  readonly what: string;
  readonly who: number;
  readonly other: number;
  readonly pick: number;
  readonly answer: string;
}

/** Numbers name people and meetings, whoever and whatever is there. */
const acts: fc.Arbitrary<Act> = fc.record({
  what: fc.constantFrom(
    'on',
    'on',
    'off-keep',
    'off-remove',
    'meet',
    'meet-weekly',
    'rename-meeting',
    'move-date',
    'answer',
    'answer',
    'give',
    'invite',
    'cancel',
    'rename',
    'suspend',
    'minute',
    'hour',
  ),
  who: fc.nat(2),
  other: fc.nat(2),
  pick: fc.nat(3),
  answer: fc.constantFrom('accepted', 'declined', 'tentative', 'needsAction'),
});

/** A meeting, and how many activities it should be wherever it is one. */
interface Held {
  readonly meeting: Meeting;
  title: string;
  readonly isSeries: boolean;
  isMoved: boolean;
  isCancelled: boolean;
}

const DATE = '20260309T070000Z';

class Meetings {
  readonly company = new Company();
  readonly people: readonly Person[] = NAMES.map((name) => this.company.add(name));
  readonly on = new Set<Person>();
  readonly all: Held[] = [];

  do({ what, ...act }: Act, tag: string): void {
    const who = this.people[act.who]!;
    const other = this.people[act.other]!;
    const living = this.all.filter(({ isCancelled }) => !isCancelled);
    const held = living[act.pick % Math.max(1, living.length)];
    switch (what) {
      case 'on':
      case 'off-keep':
      case 'off-remove':
        return this.turn(who, what);
      case 'meet':
      case 'meet-weekly':
        return this.meet(who, other, { isSeries: what === 'meet-weekly', tag });
      case 'rename':
        return void who.rename(`${who.userId.slice(2)}.${tag}@example.com`, { keepsAlias: true });
      case 'suspend':
        who.account = 'suspended';
        return void this.on.delete(who);
      case 'minute':
        return void this.company.run();
      case 'hour':
        return this.hourPasses();
      default:
        if (held) this.change(held, what, { who, answer: act.answer, tag });
    }
  }

  private turn(who: Person, what: 'on' | 'off-keep' | 'off-remove'): void {
    who.account = 'active';
    const at = this.company.at();
    const wish =
      what === 'on'
        ? { kind: 'on' as const, at, consentVersion: 1 }
        : {
            kind: 'off' as const,
            at,
            copies: what === 'off-keep' ? ('keep' as const) : ('remove' as const),
          };
    this.company.wishes.put(who, wish as never);
    if (what === 'on') this.on.add(who);
    else this.on.delete(who);
    this.company.run();
  }

  private meet(
    who: Person,
    other: Person,
    { isSeries, tag }: { readonly isSeries: boolean; readonly tag: string },
  ): void {
    const recurrence = isSeries ? aSeries('RRULE:FREQ=WEEKLY;BYDAY=MO') : null;
    const event = eventPatch(anEntry({ title: tag, recurrence }), FIELDS) as Partial<GoogleEvent>;
    const guests = who === other ? [] : [other];
    const meeting = new Meeting(`m${this.all.length}`, who, guests, event);
    this.all.push({
      meeting,
      title: tag,
      isSeries,
      isMoved: false,
      isCancelled: false,
    });
  }

  private change(
    held: Held,
    what: string,
    { who, answer, tag }: { readonly who: Person; readonly answer: string; readonly tag: string },
  ): void {
    const { meeting } = held;
    const isGuest = meeting.answers.has(who) && meeting.organizer !== who;
    if (what === 'rename-meeting') {
      held.title = tag;
      meeting.change({ summary: tag });
    } else if (what === 'move-date') held.isMoved ||= held.isSeries;
    else if (what === 'answer' && isGuest) meeting.answer(who, answer);
    else if (what === 'invite' && meeting.organizer !== who) meeting.answer(who, 'needsAction');
    else if (what === 'give' && isGuest) {
      meeting.answers.delete(who);
      meeting.give(who);
    } else if (what === 'cancel') {
      held.isCancelled = true;
      meeting.cancel();
    }
    if (held.isMoved && !held.isCancelled) this.move(meeting);
  }

  /** Shows the second date in the afternoon, in the calendars in which it is not yet shown so. */
  private move({ id, everybody }: Meeting): void {
    for (const { google } of everybody())
      google.edit(`${id}_${DATE}`, {
        start: { dateTime: '2026-03-09T15:00:00+02:00', timeZone: 'Europe/Helsinki' },
        end: { dateTime: '2026-03-09T16:00:00+02:00', timeZone: 'Europe/Helsinki' },
      });
  }

  hourPasses(): void {
    this.company.later(HOUR_MS);
    this.company.run();
  }

  /** Who should have an activity of a meeting. */
  holders({ meeting, isCancelled }: Held): Person[] {
    if (isCancelled) return [];
    const organizer = meeting.organizer as Person;
    if (this.on.has(organizer)) return [organizer];
    return [...meeting.answers]
      .filter(([one, answer]) => one !== organizer && this.on.has(one) && answer !== 'declined')
      .map(([one]) => one);
  }

  check(): void {
    for (const person of this.people) {
      expect(person.google.written).toEqual([]);
      if (!this.on.has(person)) continue;
      const wanted = this.all.flatMap((held) =>
        this.holders(held).includes(person)
          ? Array<string>(held.isMoved ? 2 : 1).fill(held.title)
          : [],
      );
      const names = [...person.work.activities.values()].map(({ name }) => name);
      expect([person.userId, names.sort()]).toEqual([person.userId, wanted.sort()]);
    }
  }
}

const history = fc.array(acts, { minLength: 4, maxLength: 16 });

function live(all: readonly Act[]): Meetings {
  const world = new Meetings();
  all.forEach((act, index) => world.do(act, `t${index}`));
  return world;
}

function settle(world: Meetings): void {
  for (let hours = 0; hours < 4; hours += 1) world.hourPasses();
}

test('a meeting is one activity: its organizer’s if they are synced, else that of each synced guest who has not declined [S39, S40, D8, Inv2]', () => {
  fc.assert(
    fc.property(history, (all) => {
      const world = live(all);
      settle(world);
      world.check();
    }),
    runsOf(150),
  );
});

test('so it is after a run that was cut off, or met a failure, at any call [Inv5, Inv6]', () => {
  const faults = fc.constantFrom<CompanyFault>(
    'crash-before',
    'crash-after',
    'fail-before',
    'fail-after',
  );
  fc.assert(
    fc.property(history, fc.nat(60), faults, (all, call, fault) => {
      const world = live(all);
      world.company.later(HOUR_MS);
      try {
        world.company.run((ports) => hostileCompany(ports, (at) => (at === call ? fault : null)));
      } catch (error) {
        if (!(error instanceof Crash)) throw error;
      }
      world.company.later(15 * MINUTE_MS);
      settle(world);
      world.check();
    }),
    runsOf(150),
  );
});
