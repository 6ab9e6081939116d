import fc from 'fast-check';
import { addressesOf } from '../../../src/directory/person';
import type { DirectoryUser } from '../../../src/directory/ports';
import { aUser, theirs } from '../../directory/people';
import type { World } from '../../directory/world';

/** Something that happens in an organization between two runs. `who` and `other` count people from anywhere. */
export interface Happening {
  readonly kind:
    | 'hired'
    | 'hired-at-old-address'
    | 'left'
    | 'undeleted'
    | 'given-alias'
    | 'known-at-work-by-alias'
    | 'renamed'
    | 'swapped'
    | 'suspended'
    | 'back'
    | 'promoted'
    | 'nameless'
    | 'written-over-at-work'
    | 'added-at-work'
    | 'known-at-work';
  readonly who: number;
  readonly other: number;
}

export const happenings = (maxLength = 12): fc.Arbitrary<Happening[]> =>
  fc.array(
    fc.record({
      kind: fc.constantFrom<Happening['kind']>(
        'hired',
        'hired',
        'hired-at-old-address',
        'left',
        'undeleted',
        'given-alias',
        'known-at-work-by-alias',
        'renamed',
        'swapped',
        'suspended',
        'back',
        'promoted',
        'nameless',
        'written-over-at-work',
        'added-at-work',
        'known-at-work',
      ),
      who: fc.nat(30),
      other: fc.nat(30),
    }),
    { maxLength },
  );

/** @param tag like no other's, for new ids and values. */
export function happen(world: World, { kind, who, other }: Happening, tag: string): void {
  const { directory, employees } = world;
  const people = directory.people;
  const user = people.length > 0 ? people[who % people.length]! : null;
  const second = people.length > 0 ? people[other % people.length]! : null;
  const all = employees.all();
  const employee = all.length > 0 ? all[who % all.length]! : null;
  switch (kind) {
    case 'hired':
      people.push(aUser(`g-${tag}`));
      return;
    case 'hired-at-old-address':
      if (employee && !isTaken(world, employee.email))
        people.push(aUser(`g-${tag}`, { primaryEmail: employee.email.toUpperCase() }));
      return;
    case 'left':
      return user ? directory.remove(user.id) : undefined;
    case 'undeleted':
      return undelete(world, who);
    case 'given-alias':
      return user
        ? directory.change(user.id, { aliases: [`alias-${tag}@example.com`] })
        : undefined;
    case 'known-at-work-by-alias':
      return user?.aliases ? addAtAlias(world, user, tag) : undefined;
    case 'renamed':
      // Google keeps the address before as an alias.
      return user
        ? directory.change(user.id, {
            primaryEmail: `renamed-${tag}@example.com`,
            aliases: [user.primaryEmail],
          })
        : undefined;
    case 'swapped':
      if (!user || !second) return;
      directory.change(user.id, { primaryEmail: second.primaryEmail });
      return directory.change(second.id, { primaryEmail: user.primaryEmail });
    case 'suspended':
      return user ? directory.change(user.id, { suspended: true }) : undefined;
    case 'back':
      return user
        ? directory.change(user.id, { suspended: false, name: { givenName: 'B', familyName: tag } })
        : undefined;
    case 'promoted':
      return user
        ? directory.change(user.id, { organizations: [{ title: tag, primary: true }] })
        : undefined;
    case 'nameless':
      return user ? directory.change(user.id, { name: {} }) : undefined;
    case 'written-over-at-work':
      if (employee?.googleId) employees.edit(employee.id, { title: tag, isActive: who % 2 === 0 });
      return;
    case 'added-at-work':
      employees.add(theirs(`w-${tag}`, { googleId: null }));
      return;
    case 'known-at-work':
      if (user) addNamesake(world, user.primaryEmail.toLowerCase(), tag);
  }
}

const isTaken = ({ directory }: World, email: string): boolean =>
  email.startsWith('keeper') || directory.people.some((user) => addressesOf(user).includes(email));

/** Only while nobody has one of the addresses. */
function undelete(world: World, who: number): void {
  const { deleted, people } = world.directory;
  const user = deleted[who % deleted.length];
  if (!user || people.some(({ id }) => id === user.id)) return;
  if (!addressesOf(user).some((address) => isTaken(world, address))) people.push(user);
}

/** Somebody types a person whom Tandem does not know yet into the work system, by an alias of theirs. */
function addAtAlias({ employees }: World, user: DirectoryUser, tag: string): void {
  const isKnown = employees
    .all()
    .some(({ googleId, email }) => googleId === user.id || addressesOf(user).includes(email));
  const email = user.aliases![0]!.toLowerCase();
  if (!isKnown) employees.add(theirs(`w-${tag}`, { googleId: null, email }));
}

/** Somebody types a person into the work system whom Google knows as well. */
function addNamesake({ employees }: World, email: string, tag: string): void {
  if (employees.at(email).length === 0)
    employees.add(theirs(`w-${tag}`, { googleId: null, email }));
}

/** Every deactivation there could be has been seen. */
export function approveAll(world: World): void {
  world.approve(Array.from({ length: 200 }, (_, index) => `e${index + 1}`));
}
