import fc from 'fast-check';
import { Person } from '../../calendar/company';
import { addRow, hourPasses, rows, settled, titles } from '../../calendar/people-with-rows';
import { anEntry } from '../../calendar/world';
import { WorkbookCompany } from '../../worksystem/workbook-company';
import { typed } from '../../worksystem/workbook-of';
import { Crash } from './hostile';
import { hostileCompany, type CompanyFault } from './hostile-company';
import { runsOf } from '../runs-of';

const ADDRESSES = ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}@example.com`);

/** What administrators and people do; numbers name people and addresses, whoever and whatever is there. */
const commands = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('hire' as const), at: fc.nat(4) }),
    fc.record({ kind: fc.constant('rename' as const), who: fc.nat(4), at: fc.nat(4) }),
    fc.record({ kind: fc.constant('rename-and-hire' as const), who: fc.nat(4), at: fc.nat(4) }),
    fc.record({ kind: fc.constant('swap' as const), who: fc.nat(4), other: fc.nat(4) }),
    fc.record({ kind: fc.constant('delete' as const), who: fc.nat(4) }),
    fc.record({ kind: fc.constant('turn-on' as const), who: fc.nat(4) }),
    fc.record({ kind: fc.constant('turn-off' as const), who: fc.nat(4) }),
    fc.record({ kind: fc.constant('event' as const), who: fc.nat(4) }),
    fc.record({ kind: fc.constant('row' as const), who: fc.nat(4) }),
    fc.record({ kind: fc.constant('hour' as const) }),
    fc.record({ kind: fc.constant('minute' as const) }),
  ),
  { maxLength: 14 },
);

type Command = (typeof commands extends fc.Arbitrary<infer C> ? C : never)[number];

/** A company whose people come, go and get other addresses. */
class Renaming {
  readonly company = new WorkbookCompany();
  readonly people: Person[] = [];
  readonly everOn = new Set<Person>();
  readonly on = new Set<Person>();
  /** Who it was made for, by title. */
  readonly made = new Map<string, Person>();
  /** Nobody was renamed since the directory was looked at. */
  private isSettled = true;

  private holder = (address: string): Person | undefined =>
    this.alive().find(({ addresses }) => addresses.includes(address));

  alive = (): Person[] => this.people.filter(({ account }) => account === 'active');

  do(command: Command): void {
    if (command.kind === 'hour') return this.hourPasses();
    if (command.kind === 'minute') return void this.company.run();
    if (command.kind === 'hire') return this.hire(ADDRESSES[command.at]!);
    const alive = this.alive();
    const who = alive[command.who % Math.max(1, alive.length)];
    if (who) this.doTo(who, command, alive);
  }

  private doTo(
    who: Person,
    command: Exclude<Command, { kind: 'hour' | 'minute' | 'hire' }>,
    alive: readonly Person[],
  ): void {
    switch (command.kind) {
      case 'rename':
        if (!this.holder(ADDRESSES[command.at]!)) this.rename(who, ADDRESSES[command.at]!);
        return;
      case 'rename-and-hire': {
        const freed = who.email;
        if (this.holder(ADDRESSES[command.at]!)) return;
        this.rename(who, ADDRESSES[command.at]!);
        return this.hire(freed);
      }
      case 'swap': {
        const other = alive[command.other % alive.length]!;
        const [mine, theirs] = [who.email, other.email];
        this.rename(who, theirs);
        return this.rename(other, mine);
      }
      case 'delete':
        who.account = 'deleted';
        this.on.delete(who);
        return;
      case 'turn-on':
        this.wish(who, { kind: 'on', consentVersion: 1 });
        this.everOn.add(who);
        return void this.on.add(who);
      case 'turn-off':
        this.wish(who, { kind: 'off', copies: 'keep' });
        return void this.on.delete(who);
      case 'event':
        return this.note(who, (title) => who.addEvent(anEntry({ title })));
      case 'row':
        // Whose a row is depends on who has the address: typed after a rename it may meet the hour of the old token.
        if (!this.isSettled || !this.on.has(who)) return;
        this.note(who, (title) => addRow(this.company, who.email, title));
        return void this.company.run();
    }
  }

  private rename(who: Person, email: string): void {
    who.rename(email);
    this.isSettled = false;
  }

  private hire(email: string): void {
    if (this.holder(email)) return;
    const person = new Person(email, `u-${this.people.length}`);
    this.people.push(person);
    this.company.people.set(person.userId, person);
    typed(this.company.spreadsheet, 'People', { Email: email, 'Google id': person.userId });
    this.isSettled = false;
  }

  private wish(who: Person, wish: object): void {
    this.company.later(1);
    this.company.wishes.put(who, { at: this.company.at(), ...wish } as never);
    this.company.run();
  }

  private note(who: Person, add: (title: string) => unknown): void {
    const title = `entry ${this.made.size} of ${who.userId}`;
    add(title);
    this.made.set(title, who);
  }

  hourPasses(): void {
    hourPasses(this.company);
    this.isSettled = true;
  }
}

const namesOf = (texts: readonly string[]): string[] => texts.map((text) => text.split(' · ')[0]!);

test('whoever is renamed, swapped, hired at a freed address or deleted: every entry stays with whom it was made for, once [Att32, TC11, Inv2]', () => {
  fc.assert(
    fc.property(commands, (all) => {
      const world = new Renaming();
      for (const who of [0, 1]) {
        world.do({ kind: 'hire', at: who });
        world.do({ kind: 'turn-on', who });
        world.do({ kind: 'event', who });
      }
      world.do({ kind: 'hour' });
      for (const who of [0, 1]) world.do({ kind: 'row', who });
      for (const command of all) world.do(command);
      world.hourPasses();
      world.hourPasses();
      const inSheet = rows(world.company);
      expect(new Set(namesOf(inSheet)).size).toBe(inSheet.length);
      for (const person of world.people) {
        const own = titles(person);
        expect(new Set(own).size).toBe(own.length);
        for (const title of own) expect([title, world.made.get(title)]).toEqual([title, person]);
      }
      for (const [title, person] of world.made) {
        const shown = inSheet.filter((text) => text.startsWith(`${title} · `));
        if (!world.everOn.has(person)) expect([title, shown]).toEqual([title, []]);
        if (!world.on.has(person)) continue;
        expect([title, titles(person).includes(title)]).toEqual([title, true]);
        expect(shown).toEqual([`${title} · ${person.email}`]);
      }
    }),
    runsOf(80),
  );
});

describe('a swap of two addresses that is cut off at any call', () => {
  /** @returns how many calls the run made. */
  function swap(faultAt: (call: number) => CompanyFault | null) {
    const { company, people } = settled('ann', 'bob');
    const [ann, bob] = people as [Person, Person];
    ann.rename('bob@example.com');
    bob.rename('ann@example.com');
    company.later(3_600_000);
    const calls = { count: 0 };
    try {
      company.run((ports) => hostileCompany(ports, faultAt, calls));
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
    }
    company.later(15 * 60_000);
    hourPasses(company);
    hourPasses(company);
    return { end: [rows(company), titles(ann), titles(bob)], calls: calls.count };
  }

  const calm = swap(() => null);

  test.each(['crash-before', 'crash-after', 'fail-before', 'fail-after'] as const)(
    '%s: ends as if nothing had happened [Inv6]',
    (fault) => {
      for (let call = 0; call < calm.calls; call += 1)
        expect([call, swap((at) => (at === call ? fault : null)).end]).toEqual([call, calm.end]);
    },
  );
});
