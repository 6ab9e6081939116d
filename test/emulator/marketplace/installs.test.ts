import { ADMIN, ANNA, BEN } from '../../support/small-company';
import { findPrincipal } from '../../../emulator/workspace/directory/accounts';
import { installFor, isCoveredByInstall } from '../../../emulator/workspace/oauth/install-coverage';
import { publishListing } from '../../../emulator/workspace/marketplace/actions';
import { grantedScopes } from '../../../emulator/workspace/oauth/consent';
import type { LocalWorkspace } from '../../../emulator/local-workspace';
import {
  act,
  adminLog,
  aMarketplace,
  ANNA_ID,
  APP,
  BEN_ID,
  CALENDAR,
  CLIENT,
  CUSTOMER,
  hire,
  install,
  USERS,
} from './support';

/** The scopes that Tandem has for a person at present. */
const scopesOf = (workspace: LocalWorkspace, email: string): string[] => [
  ...grantedScopes(workspace, CLIENT, findPrincipal(workspace.state.directory, email)!),
];

const covered = (workspace: LocalWorkspace): boolean[] =>
  [ANNA_ID, BEN_ID].map((id) => isCoveredByInstall(workspace, CLIENT, { id }));

describe('an admin install', () => {
  test('for everyone covers everyone, including people who join later', () => {
    const workspace = aMarketplace();
    install(workspace);
    expect(covered(workspace)).toEqual([true, true]);
    expect(isCoveredByInstall(workspace, CLIENT, { id: hire(workspace, '/Field') })).toBe(true);
    expect(scopesOf(workspace, 'new@acme.example')).toEqual([CALENDAR, USERS]);
  });

  test('for an org unit covers the people in it and below it, as they come and go', () => {
    const workspace = aMarketplace();
    install(workspace, { target: { orgUnits: ['/Office'] } });
    expect(covered(workspace)).toEqual([false, true]);
    workspace.state.directory.users[ANNA_ID]!.orgUnitPath = '/Office/Lab';
    workspace.state.directory.users[BEN_ID]!.orgUnitPath = '/Field';
    expect(covered(workspace)).toEqual([true, false]);
    expect(scopesOf(workspace, BEN)).toEqual([]);
  });

  test('for a group covers its members', () => {
    const workspace = aMarketplace();
    install(workspace, { target: { groups: ['testers@acme.example'] } });
    expect(covered(workspace)).toEqual([true, false]);
  });

  test('is logged as an application added, and its data access as a client authorised', () => {
    const workspace = aMarketplace();
    install(workspace);
    expect(adminLog(workspace)).toEqual([
      {
        type: 'DOMAIN_SETTINGS',
        name: 'ADD_APPLICATION',
        APPLICATION_NAME: 'Tandem',
        APP_ID: APP,
        APPLICATION_ENABLED: 'true',
      },
      {
        type: 'DOMAIN_SETTINGS',
        name: 'AUTHORIZE_API_CLIENT_ACCESS',
        API_CLIENT_NAME: CLIENT,
        API_SCOPES: [CALENDAR, USERS],
        DOMAIN_NAME: 'acme.example',
      },
    ]);
  });

  test.each([
    ['somebody who is no administrator', {}, ANNA, 'Only an administrator'],
    ['unread terms', { acceptTerms: false }, ADMIN, 'Agree to the terms'],
    ['nobody to install for', { target: { orgUnits: [] } }, ADMIN, 'Choose for whom'],
    ['an unknown unit', { target: { orgUnits: ['/Moon'] } }, ADMIN, 'no organizational unit /Moon'],
    [
      'an unknown group',
      { target: { groups: ['x@acme.example'] } },
      ADMIN,
      'no group x@acme.example',
    ],
    [
      'units without the administrator’s own',
      { target: { orgUnits: ['/Field'] } },
      ADMIN,
      'your own organizational unit (/Office) must be among those',
    ],
    ['an unknown application', { applicationId: '1' }, ADMIN, 'no application 1'],
  ])('is refused for %s, and nothing is installed or logged', (_, input, as, words) => {
    const workspace = aMarketplace();
    expect(() => install(workspace, input, as)).toThrow(words);
    expect(workspace.state.marketplace.installs).toEqual({});
    expect(adminLog(workspace)).toEqual([]);
  });

  test('may name a unit above the administrator’s own', () => {
    const workspace = aMarketplace();
    install(workspace, { target: { orgUnits: ['/'] } });
    expect(covered(workspace)).toEqual([true, true]);
  });

  test('happens once', () => {
    const workspace = aMarketplace();
    install(workspace);
    expect(() => install(workspace)).toThrow('already installed');
  });

  test('of a private application is for its own organization', () => {
    const workspace = aMarketplace();
    const listing = workspace.state.marketplace.listings[APP]!;
    publishListing(workspace, { ...listing, visibility: 'private', ownerCustomerId: 'C0else' });
    expect(() => install(workspace)).toThrow('no application');
    publishListing(workspace, { ...listing, visibility: 'private', ownerCustomerId: CUSTOMER });
    expect(() => install(workspace)).not.toThrow();
  });
});

describe('data access', () => {
  const shown = (workspace: LocalWorkspace): unknown =>
    (act(workspace, 'list') as { listings: { adminInstall: unknown }[] }).listings[0]!.adminInstall;

  test('that was not granted leaves the app installed and without scopes', () => {
    const workspace = aMarketplace();
    expect(install(workspace, { grantDataAccess: false })).toMatchObject({
      dataAccess: 'revoked',
      missingScopes: [CALENDAR, USERS],
    });
    expect(covered(workspace)).toEqual([true, true]);
    expect(scopesOf(workspace, ANNA)).toEqual([]);
  });

  test('is partial once the listing asks for more', () => {
    const workspace = aMarketplace();
    install(workspace);
    const listing = workspace.state.marketplace.listings[APP]!;
    const MORE = 'https://www.googleapis.com/auth/gmail.readonly';
    publishListing(workspace, { ...listing, scopes: [...listing.scopes, MORE] });
    expect(shown(workspace)).toMatchObject({
      dataAccess: 'partially-granted',
      missingScopes: [MORE],
    });
    act(workspace, 'setDataAccess', { access: 'grant' });
    expect(shown(workspace)).toMatchObject({ dataAccess: 'granted', missingScopes: [] });
    expect(scopesOf(workspace, ANNA)).toContain(MORE);
  });

  test('that is revoked ends what rested on it', () => {
    const workspace = aMarketplace();
    install(workspace);
    act(workspace, 'setDataAccess', { access: 'revoke' });
    expect(scopesOf(workspace, ANNA)).toEqual([]);
    expect(adminLog(workspace).at(-1)).toMatchObject({ name: 'REMOVE_API_CLIENT_ACCESS' });
  });
});

describe('user access', () => {
  const steps = (workspace: LocalWorkspace, target: object | string): boolean[] => {
    act(workspace, 'setUserAccess', { target: target as never });
    return covered(workspace);
  };

  test('is switched for everyone, and for single units that override it until they inherit again', () => {
    const workspace = aMarketplace();
    install(workspace);
    expect(steps(workspace, 'nobody')).toEqual([false, false]);
    expect(steps(workspace, { orgUnits: { '/Field': 'on' } })).toEqual([true, false]);
    expect(steps(workspace, 'everyone')).toEqual([true, true]);
    expect(steps(workspace, { orgUnits: { 'id:field': 'off' } })).toEqual([false, true]);
    expect(steps(workspace, { groups: { g1: 'on' } })).toEqual([true, true]);
    expect(steps(workspace, { groups: { g1: 'off' } })).toEqual([false, true]);
    expect(steps(workspace, { orgUnits: { '/Field': 'inherit' } })).toEqual([true, true]);
  });

  test('is logged where it changed', () => {
    const workspace = aMarketplace();
    install(workspace);
    steps(workspace, { orgUnits: { '/Field': 'off' } });
    steps(workspace, 'nobody');
    expect(adminLog(workspace).slice(2)).toEqual([
      {
        type: 'ORG_SETTINGS',
        name: 'TOGGLE_SERVICE_ENABLED',
        SERVICE_NAME: 'Tandem',
        NEW_VALUE: 'false',
        ORG_UNIT_NAME: '/Field',
      },
      {
        type: 'ORG_SETTINGS',
        name: 'TOGGLE_SERVICE_ENABLED',
        SERVICE_NAME: 'Tandem',
        NEW_VALUE: 'false',
        ORG_UNIT_NAME: 'Acme',
      },
    ]);
  });
});

describe('an individual install', () => {
  test('asks the person, and is distinguished from an administrator’s', () => {
    const workspace = aMarketplace();
    act(workspace, 'individualInstall', { scopes: [CALENDAR] }, ANNA);
    expect(installFor(workspace, CLIENT, ANNA_ID)?.by).toBe('user');
    expect(installFor(workspace, CLIENT, BEN_ID)).toBeNull();
    expect(covered(workspace)).toEqual([false, false]);
    expect(scopesOf(workspace, ANNA)).toEqual([CALENDAR]);
    install(workspace);
    expect(installFor(workspace, CLIENT, ANNA_ID)?.by).toBe('administrator');
  });

  test('is removed by the person, with what they allowed', () => {
    const workspace = aMarketplace();
    act(workspace, 'individualInstall', {}, ANNA);
    act(workspace, 'individualUninstall', {}, ANNA);
    expect(installFor(workspace, CLIENT, ANNA_ID)).toBeNull();
    expect(scopesOf(workspace, ANNA)).toEqual([]);
    expect(() => act(workspace, 'individualUninstall', {}, ANNA)).toThrow('not installed Tandem');
  });
});

test('an uninstall is logged and removes the app from everybody for whom the administrator installed it', () => {
  const workspace = aMarketplace();
  install(workspace);
  act(workspace, 'uninstall');
  expect(covered(workspace)).toEqual([false, false]);
  expect(adminLog(workspace).at(-1)).toEqual({
    type: 'DOMAIN_SETTINGS',
    name: 'REMOVE_APPLICATION',
    APPLICATION_NAME: 'Tandem',
    APP_ID: APP,
  });
  expect(() => act(workspace, 'uninstall')).toThrow(
    'Tandem is not installed for this organization.',
  );
});

test('a listing of an older saved company, which has no setup address, is listed without one', () => {
  const workspace = aMarketplace();
  const { listings } = act(workspace, 'list') as { listings: { setupUrl: unknown }[] };
  expect(listings.map(({ setupUrl }) => setupUrl)).toEqual([null]);
});
