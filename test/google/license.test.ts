import { publishListing } from '../../emulator/workspace/marketplace/actions';
import { ADMIN, ANNA } from '../support/small-company';
import { byHand, delegatedScript } from './delegated-script';

describe('the license', () => {
  const ASK = `function f(applicationId) {
    return G.license({ applicationId, email: '${ANNA}', token: tokens().ownToken([G.LICENSE_SCOPE]) });
  }`;

  function aListing() {
    const { workspace, projectNumber } = delegatedScript(ASK);
    const clientId = `${projectNumber}-abc.apps.googleusercontent.com`;
    workspace.state.oauth.clients[clientId] = {
      clientId,
      name: 'Tandem',
      projectNumber,
      ownerCustomerId: null,
      kind: 'script',
    };
    publishListing(workspace, {
      applicationId: projectNumber,
      name: 'Tandem',
      clientId,
      scopes: ['https://www.googleapis.com/auth/userinfo.email'],
      visibility: 'public',
      ownerCustomerId: null,
    });
    const ask = (applicationId = projectNumber) =>
      workspace.run('f', { as: ADMIN, parameters: [applicationId] }).value;
    const install = (target: string | object) =>
      byHand(workspace, 'marketplace.adminInstall', {
        applicationId: projectNumber,
        target: target as string,
        acceptTerms: true,
        grantDataAccess: true,
      });
    return { workspace, ask, install, projectNumber };
  }

  test('does not exist before anybody installs', () => {
    expect(aListing().ask()).toEqual({ ok: true, value: { kind: 'none' } });
  });

  test('is that of one person who installed it for themself [H8]', () => {
    const { workspace, ask, projectNumber } = aListing();
    byHand(workspace, 'marketplace.individualInstall', { applicationId: projectNumber }, ANNA);
    expect(ask()).toEqual({ ok: true, value: { kind: 'individual' } });
  });

  test('is the organization’s after an admin install, on for those whom it covers [H9, H10]', () => {
    const everyone = aListing();
    everyone.install('everyone');
    expect(everyone.ask()).toEqual({
      ok: true,
      value: { kind: 'organization', isOnForCaller: true },
    });
    const some = aListing();
    some.workspace.state.directory.orgUnits['id:office'] = {
      orgUnitId: 'id:office',
      customerId: 'C01acme00',
      name: 'Office',
      description: '',
      orgUnitPath: '/Office',
      parentOrgUnitId: 'id:root',
    };
    some.workspace.state.directory.users['100000000000000000000']!.orgUnitPath = '/Office';
    some.install({ orgUnits: ['/Office'] });
    expect(some.ask()).toEqual({
      ok: true,
      value: { kind: 'organization', isOnForCaller: false },
    });
  });

  test('of another app is not revealed', () => {
    expect(aListing().ask('123456789012')).toEqual({
      ok: false,
      failure: { kind: 'key-of-another-project', project: '123456789012' },
    });
  });
});
