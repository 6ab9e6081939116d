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
  employees.add(theirs('left', { isActive: false }));
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
    ['leaving@example.com', 'the next run deactivates them'],
    ['twice@example.com', 'is in the work system more than once with the same Google id'],
    ['nobody@example.com', 'is neither in your Workspace nor in the work system'],
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
