import { ADMIN, ANNA, BEN } from '../../support/small-company';
import { findPrincipal } from '../../../emulator/workspace/directory/accounts';
import { act, aMarketplace, APP, install, license } from './support';

const user = (enabled: boolean, state: string, customerId?: string) => ({
  kind: 'appsmarket#userLicense',
  id: expect.any(String),
  applicationId: APP,
  enabled,
  state,
  ...(state === 'ACTIVE' && { editionId: 'default_edition' }),
  ...(customerId && { customerId }),
});

describe('the license of a person', () => {
  test('is enabled and active where the app was installed for everyone', () => {
    const workspace = aMarketplace();
    install(workspace);
    expect(license(workspace, 'userLicense', ANNA)).toEqual({
      ...user(true, 'ACTIVE', 'acme.example'),
      userId: ANNA,
    });
  });

  test('is active but not enabled outside the org units of the install', () => {
    const workspace = aMarketplace();
    install(workspace, { target: { orgUnits: ['/Office'] } });
    expect(license(workspace, 'userLicense', BEN)).toMatchObject(
      user(true, 'ACTIVE', 'acme.example'),
    );
    expect(license(workspace, 'userLicense', ANNA)).toMatchObject(
      user(false, 'ACTIVE', 'acme.example'),
    );
  });

  test.each([
    ['before any install', () => {}],
    [
      'after the uninstall',
      (w: ReturnType<typeof aMarketplace>) => (install(w), act(w, 'uninstall')),
    ],
  ])('is not there, without customer, %s', (_, prepare) => {
    const workspace = aMarketplace();
    prepare(workspace);
    expect(license(workspace, 'userLicense', ANNA)).toEqual({
      ...user(false, 'UNLICENSED'),
      userId: ANNA,
    });
  });

  test('outlives the uninstall for those who installed the app themselves', () => {
    const workspace = aMarketplace();
    act(workspace, 'individualInstall', {}, ANNA);
    install(workspace);
    act(workspace, 'uninstall');
    expect(license(workspace, 'userLicense', ANNA)).toMatchObject(user(true, 'ACTIVE', ANNA));
    expect(license(workspace, 'userLicense', BEN)).toMatchObject(user(false, 'UNLICENSED'));
  });

  test('can be requested by id, and does not exist for a stranger', () => {
    const workspace = aMarketplace();
    install(workspace);
    expect(license(workspace, 'userLicense', '100000000000000000001')).toMatchObject({
      userId: ANNA,
    });
    expect(license(workspace, 'userLicense', 'eve@else.example')).toMatchObject(
      user(false, 'UNLICENSED'),
    );
  });
});

describe('the license of an organization', () => {
  const customer = {
    kind: 'appsmarket#customerLicense',
    id: expect.any(String),
    applicationId: APP,
    customerId: 'acme.example',
  };

  test('is active for a domain whose administrator installed the app, for any number of seats', () => {
    const workspace = aMarketplace();
    install(workspace, { target: { orgUnits: ['/Office'] } });
    expect(license(workspace, 'customerLicense', 'acme.example')).toEqual({
      ...customer,
      state: 'ACTIVE',
      editions: [{ editionId: 'default_edition', seatCount: -1 }],
    });
  });

  test('is not there where only people installed it', () => {
    const workspace = aMarketplace();
    act(workspace, 'individualInstall', {}, ANNA);
    expect(license(workspace, 'customerLicense', 'acme.example')).toEqual({
      ...customer,
      state: 'UNLICENSED',
    });
  });
});

describe('only the listing’s own project may ask', () => {
  const anna = (workspace: ReturnType<typeof aMarketplace>) => ({
    principal: findPrincipal(workspace.state.directory, ADMIN)!,
  });
  const refusal = 'Not authorized to access the application ID';

  test.each([
    ['another project', { projectNumber: '2' }],
    ['a service account that acts as a person', { impersonated: true }],
  ])('%s is refused', (_, parts) => {
    const workspace = aMarketplace();
    install(workspace);
    const ask = () => license(workspace, 'userLicense', ANNA, { ...anna(workspace), ...parts });
    expect(ask).toThrow(refusal);
    expect(ask).toThrow(expect.objectContaining({ code: 403, reason: 'forbidden' }));
  });

  test('a script of the listing’s own project is not', () => {
    const workspace = aMarketplace();
    expect(() => license(workspace, 'userLicense', ANNA, anna(workspace))).not.toThrow();
  });
});
