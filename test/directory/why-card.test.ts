import { Desk, filled } from './desk';
import { aUser, theirs, users } from './people';

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
  employees.add(
    theirs('left', { isActive: false, aliases: 'l.gone@example.com, gone@example.com' }),
  );
  employees.add(theirs('leaving'));
  employees.add(theirs('twice'));
  employees.add(theirs('twice'));

  test.each([
    ['G0001@Example.com ', 'Given g0001 (g0001@example.com) is synced'],
    ['new@example.com', 'Given new (new@example.com) is not in the work system yet'],
    ['nameless@example.com', 'nameless@example.com has no name in Google'],
    ['asleep@example.com', 'is suspended or archived in Google and was never in the work system'],
    ['moved@example.com', 'has changed. The next run carries the change over'],
    ['off@example.com', 'is suspended in Google, so they are deactivated'],
    ['stranger@example.com', 'is in the work system only'],
    ['left@example.com', 'is no longer in your Workspace'],
    ['gone@example.com', 'is no longer in your Workspace'],
    ['leaving@example.com', 'the next run deactivates them'],
    ['twice@example.com', 'is in the work system more than once with the same Google id'],
    [
      'nobody@example.com',
      'is neither in your Workspace nor in the work system. Check the spelling',
    ],
  ])('%s', (address, sentence) => {
    page.press('directory.why', { who: [address] });
    expect(page.says()).toContain(sentence);
  });

  test('before the first go everybody waits for it', () => {
    const fresh = new Desk();
    fresh.world.directory.people = users(1);
    fresh.press('directory.why', { who: ['g0001@example.com'] });
    expect(fresh.says()).toContain('once you have seen what will happen and started the sync');
  });

  test('nobody is asked about without a name or an address', () => {
    expect(page.press('directory.why', { who: [' '] }).notice).toBe('Type a name or an address.');
  });

  test('with the failure and its cure for whom the work system refuses', () => {
    employees.refuses = () => ({ kind: 'rejected', id: 'x', reason: 'No such department' });
    page.world.run();
    page.press('directory.why', { who: ['new@example.com'] });
    expect(page.says()).toContain('could not be written to the work system');
    expect(page.says()).toContain('No such department');
  });
});

describe('who is meant by what was typed', () => {
  const page = filled(2);
  const { directory, employees } = page.world;
  const someone = (id: string, givenName: string, familyName: string, more: object = {}) =>
    aUser(id, { primaryEmail: `${id}@example.com`, name: { givenName, familyName }, ...more });
  directory.people.push(
    someone('anna', 'Anna', 'Virtanen', { aliases: ['sales.desk@example.com'] }),
    someone('anna-maria', 'Anna-Maria', 'Öberg'),
    someone('laura', 'Laura', 'Lahti'),
    someone('sean', 'Seán', 'O’Brien'),
    ...Array.from({ length: 14 }, (_, index) =>
      someone(`matti${index + 10}`, 'Matti', `Meikäläinen ${index + 10}`),
    ),
  );
  page.world.run();
  employees.add(
    theirs('x', {
      googleId: null,
      email: 'jürgen@partner.example',
      givenName: 'Jürgen',
      familyName: 'Groß',
    }),
  );

  const asked = (who: string): string => {
    page.press('directory.why', { who: [who] });
    return page.says();
  };

  test.each([
    ['laura', 'Laura Lahti (laura@example.com) is synced'],
    ['LAHTI, Laura', 'Laura Lahti (laura@example.com) is synced'],
    ['lau lah', 'Laura Lahti (laura@example.com) is synced'],
    ['laura@', 'Laura Lahti (laura@example.com) is synced'],
    ['oberg', 'Anna-Maria Öberg (anna-maria@example.com) is synced'],
    ['maria öb', 'Anna-Maria Öberg (anna-maria@example.com) is synced'],
    ['sean o’b', 'Seán O’Brien (sean@example.com) is synced'],
    ['sales.desk', 'Anna Virtanen (anna@example.com) is synced'],
    ['virtanen anna', 'Anna Virtanen (anna@example.com) is synced'],
    ['gross', 'jürgen@partner.example is in the work system only'],
    ['nobody like this', 'Nobody in your Workspace or the work system has “nobody like this”'],
    ['laura OR 1=1', 'Nobody in your Workspace or the work system has'],
    ['name:laura', 'Nobody in your Workspace or the work system has'],
    ['()!', 'Nobody in your Workspace or the work system has “()!”'],
  ])('%s', (who, sentence) => {
    expect(asked(who)).toContain(sentence);
  });

  test('several are offered as buttons, each of which answers', () => {
    asked('anna');
    const buttons = [
      'Anna Virtanen (anna@example.com)',
      'Anna-Maria Öberg (anna-maria@example.com)',
    ];
    expect(page.buttons()).toEqual([...buttons, 'Why?']);
    page.click(buttons[1]!);
    expect(page.says()).toContain('Anna-Maria Öberg (anna-maria@example.com) is synced');
  });

  test('of many the first ten are offered, and how many more there are', () => {
    expect(asked('matti')).toContain('And 4 more: type more of the name.');
    expect(page.buttons()).toHaveLength(11);
    expect(asked('matti 21')).toContain('is synced');
  });
});
