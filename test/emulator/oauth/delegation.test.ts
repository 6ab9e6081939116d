import { ConsoleRefusal } from '../../../emulator/workspace/admin-action';
import { authenticate } from '../../../emulator/workspace/oauth/tokens';
import { ADMIN, ANNA, aUser, BEN } from '../../support/small-company';
import {
  ACME,
  act,
  ask,
  AUTH,
  CALENDAR,
  delegate,
  delegatedCompany,
  EVENTS,
} from './delegated-company';

const MINUTE = 60_000;

/** A company of a hundred people in which changes spread as they do at Google. */
function slowCompany() {
  const here = delegatedCompany({ propagation: 'as-documented' });
  const { directory } = here.workspace.state;
  for (let i = 0; i < 100; i++) {
    const user = aUser({ id: `5${i}`, primaryEmail: `p${i}@acme.example` });
    directory.users[user.id] = user;
  }
  directory.revision++;
  const working = (scope = CALENDAR) =>
    Array.from(
      { length: 100 },
      (_, i) => ask(here, { sub: `p${i}@acme.example`, scope }).status === 200,
    );
  return { here, working, count: (scope?: string) => working(scope).filter(Boolean).length };
}

describe('domain-wide delegation', () => {
  test('works for nobody at first, for some after minutes, for everybody after a quarter of an hour', () => {
    const { here, working, count } = slowCompany();
    delegate(here, [CALENDAR]);
    expect(count()).toBe(0);
    let before = working();
    const counts = [0];
    for (let i = 0; i < 15; i++) {
      here.workspace.clock.advance(MINUTE);
      const after = working();
      expect(before.every((was, person) => !was || after[person])).toBe(true);
      counts.push((before = after).filter(Boolean).length);
    }
    expect(counts.at(-1)).toBe(100);
    expect(counts.some((n) => n > 0 && n < 100)).toBe(true);
  });

  test('ends as unevenly as it begins, and its tokens end with it', () => {
    const { here, count } = slowCompany();
    delegate(here, [CALENDAR]);
    here.workspace.clock.advance(15 * MINUTE);
    const token = String(ask(here, { sub: 'p7@acme.example' }).body['access_token']);
    act(here.workspace, 'delegation.remove', { clientId: here.account.uniqueId });
    expect(act(here.workspace, 'delegation.list')).toEqual({ clients: [] });
    expect(count()).toBe(100);
    expect(authenticate(here.workspace, token).principal.email).toBe('p7@acme.example');
    here.workspace.clock.advance(15 * MINUTE);
    expect(count()).toBe(0);
    expect(() => authenticate(here.workspace, token)).toThrow('Invalid Credentials');
  });

  test('changed twice at once shows each person one of the three states', () => {
    const { here, count } = slowCompany();
    delegate(here, [CALENDAR]);
    here.workspace.clock.advance(15 * MINUTE);
    delegate(here, [EVENTS]);
    here.workspace.clock.advance(10_000);
    delegate(here, [CALENDAR, EVENTS]);
    here.workspace.clock.advance(10_000);
    expect(count() + count(EVENTS)).toBeGreaterThanOrEqual(100);
    here.workspace.clock.advance(15 * MINUTE);
    expect([count(), count(EVENTS)]).toEqual([100, 100]);
  });

  test('can be given by super administrators only', () => {
    const { workspace, account } = delegatedCompany();
    const add = (as: string) =>
      act(workspace, 'delegation.add', { clientId: account.uniqueId, scopes: CALENDAR }, as);
    expect(() => add(ANNA)).toThrow(ConsoleRefusal);
    expect(() => act(workspace, 'delegation.list', {}, BEN)).toThrow(ConsoleRefusal);
    expect(add(ADMIN)).toEqual({});
  });

  test.each<[string, Record<string, string>]>([
    ['no scope', { clientId: '107422246740402449775', scopes: '' }],
    ['a misspelt scope', { clientId: '107422246740402449775', scopes: `${AUTH}calender` }],
    ['no client ID', { clientId: 'Our app', scopes: CALENDAR }],
  ])('with %s is refused', (_, input) => {
    expect(() => act(delegatedCompany().workspace, 'delegation.add', input)).toThrow(
      ConsoleRefusal,
    );
  });

  test('of a client that is already listed needs the overwrite box ticked', () => {
    const here = delegatedCompany();
    const { workspace, account } = here;
    delegate(here, [CALENDAR]);
    const add = { clientId: account.uniqueId, scopes: EVENTS };
    expect(() => act(workspace, 'delegation.add', add)).toThrow(/overwrite/i);
    act(workspace, 'delegation.edit', { clientId: account.uniqueId, scopes: EVENTS });
    expect(act(workspace, 'delegation.list')).toMatchObject({
      clients: [{ clientId: account.uniqueId, name: account.email, scopes: [EVENTS] }],
    });
  });

  test('appears in the admin log only', () => {
    const here = delegatedCompany();
    delegate(here, [CALENDAR, EVENTS]);
    ask(here);
    act(here.workspace, 'delegation.remove', { clientId: here.account.uniqueId });
    const named = (name: string, value: string) => ({ name, value });
    expect(here.logged).toEqual([
      {
        applicationName: 'admin',
        customerId: ACME,
        actor: expect.objectContaining({ email: ADMIN }),
        events: [
          {
            type: 'DOMAIN_SETTINGS',
            name: 'AUTHORIZE_API_CLIENT_ACCESS',
            parameters: [
              named('API_CLIENT_NAME', here.account.uniqueId),
              named('API_SCOPES', `${CALENDAR}, ${EVENTS}`),
              named('DOMAIN_NAME', 'acme.example'),
            ],
          },
        ],
      },
      expect.objectContaining({
        events: [
          {
            type: 'DOMAIN_SETTINGS',
            name: 'REMOVE_API_CLIENT_ACCESS',
            parameters: [
              named('API_CLIENT_NAME', here.account.uniqueId),
              named('DOMAIN_NAME', 'acme.example'),
            ],
          },
        ],
      }),
    ]);
  });
});
