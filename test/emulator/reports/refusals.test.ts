import { LocalWorkspace } from '../../../emulator/local-workspace';
import { touch } from '../../../emulator/workspace/directory/accounts';
import { ADMIN, ANNA, aUser, smallCompany } from '../../support/small-company';
import { aBusyMorning, CUSTOMER, immediate, listLog, log, refusal } from './support';

describe('what is refused', () => {
  test('somebody without the privilege is not authorized, with a 401', () => {
    expect(refusal(() => listLog(immediate(), 'admin', {}, ANNA))).toEqual({
      code: 401,
      reason: 'authError',
      message: 'Access denied. You are not authorized to read activity records.',
      detail: { locationType: 'header', location: 'Authorization' },
    });
  });

  test('a delegated admin with a reports privilege may read', () => {
    const state = smallCompany();
    const service = { serviceId: '01ci93xb3tmzyin', privilegeName: 'REPORTS' };
    state.directory.roles['1'] = {
      roleId: '1',
      customerId: CUSTOMER,
      roleName: 'Auditor',
      roleDescription: '',
      isSystemRole: false,
      isSuperAdminRole: false,
      rolePrivileges: [service],
    };
    state.directory.roleAssignments['1'] = {
      roleAssignmentId: '1',
      customerId: CUSTOMER,
      roleId: '1',
      assignedTo: '100000000000000000001',
      assigneeType: 'user',
      scopeType: 'CUSTOMER',
      since: 0,
    };
    const workspace = new LocalWorkspace({
      state,
      latency: 'none',
      settings: { propagation: 'immediate' },
    });
    log(workspace);
    expect(listLog(workspace, 'admin', {}, ANNA).items).toHaveLength(1);
  });

  test('an admin reads their own organization only', () => {
    const workspace = aBusyMorning();
    const { directory } = workspace.state;
    directory.customers['C0other'] = {
      ...directory.customers[CUSTOMER]!,
      id: 'C0other',
      domains: [],
    };
    const boss = aUser({ id: '5', primaryEmail: 'boss@other.example' });
    directory.users['5'] = { ...boss, customerId: 'C0other', isAdmin: true };
    touch(directory);
    expect(listLog(workspace, 'admin', {}, 'boss@other.example').items).toBeUndefined();
    expect(
      refusal(() => listLog(workspace, 'admin', { customerId: CUSTOMER }, 'boss@other.example')),
    ).toMatchObject({ code: 403 });
  });

  test.each([
    [
      'an unknown application',
      { applicationName: 'shoes' },
      'Values must match the following regular expression',
    ],
    ['more than 1000 results', { maxResults: 1001 }, "Invalid value '1001'"],
    ['no results', { maxResults: 0 }, "Invalid value '0'"],
    ['an instant without a zone', { startTime: '2026-03-01T00:00:00' }, 'regular expression'],
  ])('%s', (_, params, words) => {
    expect(refusal(() => listLog(immediate(), 'admin', params))).toMatchObject({
      code: 400,
      reason: 'invalidParameter',
      message: expect.stringContaining(words),
    });
  });

  test('usage reports are not emulated, and say so', () => {
    expect(() =>
      immediate().act(ADMIN, 'reports.customerUsageReports.get', { date: '2026-03-01' }),
    ).toThrow('reports.customerUsageReports.get is not emulated');
  });
});
