import { ADMIN_ACTIONS } from '../../../emulator/workspace/admin-actions';
import { touch } from '../../../emulator/workspace/directory/accounts';
import { ADMIN, ANNA, BEN } from '../../support/small-company';
import {
  aBusyMorning,
  CUSTOMER,
  immediate,
  items,
  listLog,
  log,
  principal,
  refusal,
} from './support';

describe('who acted', () => {
  test.each([
    ['an address', ANNA],
    ['a profile id', '100000000000000000001'],
  ])('userKey may be %s', (_, userKey) => {
    const found = items(aBusyMorning(), 'admin', { userKey });
    expect(found.map(({ actor }) => actor.email)).toEqual([ANNA, ANNA]);
  });

  test('userKey is the acting admin, not the person acted on', () => {
    const workspace = immediate();
    log(workspace, { actor: principal(workspace, ADMIN) });
    expect(items(workspace, 'admin', { userKey: ANNA })).toHaveLength(0);
    expect(items(workspace, 'admin', { filters: `USER_EMAIL==${ANNA}` })).toHaveLength(1);
  });

  test('a deleted user is found by id, not by address', () => {
    const workspace = aBusyMorning();
    const { directory } = workspace.state;
    directory.users['100000000000000000001']!.deletionTime = '2026-03-02T09:00:00.000Z';
    touch(directory);
    expect(items(workspace, 'admin', { userKey: '100000000000000000001' })).toHaveLength(2);
    expect(refusal(() => items(workspace, 'admin', { userKey: ANNA }))).toMatchObject({
      code: 400,
    });
    delete directory.users['100000000000000000001'];
    touch(directory);
    expect(items(workspace, 'admin', { userKey: '100000000000000000001' })).toHaveLength(2);
  });

  test.each(['nobody@acme.example', '42', 'constructor'])(
    'an unknown userKey is refused: %s',
    (userKey) => {
      expect(refusal(() => listLog(aBusyMorning(), 'admin', { userKey }))).toMatchObject({
        code: 400,
        reason: 'badRequest',
        message: 'Bad Request',
      });
    },
  );

  test('actorIpAddress picks one address', () => {
    expect(items(aBusyMorning(), 'admin', { actorIpAddress: '203.0.113.9' })).toHaveLength(2);
  });

  test('orgUnitID picks people of a unit, but not in the admin log', () => {
    const workspace = immediate();
    const { directory } = workspace.state;
    directory.orgUnits['id:sales'] = {
      ...directory.orgUnits['id:root']!,
      orgUnitId: 'id:sales',
      orgUnitPath: '/Sales',
      parentOrgUnitId: 'id:root',
    };
    directory.users['100000000000000000001']!.orgUnitPath = '/Sales';
    for (const email of [ANNA, BEN])
      for (const applicationName of ['drive', 'admin'])
        log(workspace, { applicationName, actor: principal(workspace, email) });
    expect(items(workspace, 'drive', { orgUnitID: 'id:sales' })).toHaveLength(1);
    expect(items(workspace, 'admin', { orgUnitID: 'id:sales' })).toHaveLength(2);
  });

  test('groupIdFilter picks members, nested ones too, of groups that an administrator allowed', () => {
    const workspace = aBusyMorning();
    const { directory } = workspace.state;
    const aGroup = (id: string, members: object[]) => {
      const email = `${id}@acme.example`;
      const group = {
        id,
        customerId: CUSTOMER,
        email,
        name: id,
        description: '',
        aliases: [],
        members,
      };
      directory.groups[id] = group as never;
    };
    aGroup('inner', [
      { id: '100000000000000000001', type: 'USER', email: ANNA, role: 'MEMBER', addedAt: 0 },
    ]);
    aGroup('outer', [{ id: 'inner', type: 'GROUP', role: 'MEMBER', addedAt: 0 }]);
    touch(directory);
    const read = () => items(workspace, 'admin', { groupIdFilter: 'id:outer' });
    expect(refusal(read)).toMatchObject({ code: 400, reason: 'invalid' });
    const allow = ADMIN_ACTIONS['reports.setFilteringGroups']!;
    expect(() => allow(workspace, principal(workspace, ANNA), { groups: ['outer'] })).toThrow(
      'Only a super administrator',
    );
    allow(workspace, principal(workspace, ADMIN), { groups: ['outer@acme.example'] });
    expect(read()).toHaveLength(2);
  });
});
