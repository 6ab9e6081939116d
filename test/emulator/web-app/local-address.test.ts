import { localAddress } from '../../../emulator/console/shell/local-address';

const HERE = 'http://localhost:8080';
const ME = 'admin@acme.example';
const here = (email: string | null, href: string): string => localAddress(href, HERE, email);
const mine = (path: string): string => `${HERE}/u/admin%40acme.example/${path}`;

describe('a Google address opens its counterpart here:', () => {
  test.each([
    [
      'https://script.google.com/macros/s/A1/exec',
      `${HERE}/macros/s/A1/exec?authuser=admin%40acme.example`,
    ],
    ['https://admin.google.com/', mine('admin')],
    ['https://admin.google.com/ac/users', mine('admin/users')],
    ['https://admin.google.com/ac/owl', mine('admin/security/api-controls')],
    [
      'https://admin.google.com/ac/owl/domainwidedelegation?hl=en',
      mine('admin/security/domain-wide-delegation'),
    ],
    [
      'https://admin.google.com/ac/owl/domainwidedelegation?clientIdToAdd=12&clientScopeToAdd=a%2Cb&overwriteClientId=true&else=1',
      mine(
        'admin/security/domain-wide-delegation?clientIdToAdd=12&clientScopeToAdd=a%2Cb&overwriteClientId=true',
      ),
    ],
    ['https://admin.google.com/ac/reporting/audit/token', mine('admin/reporting/token')],
    ['https://admin.google.com/ac/apps/gmail/marketplace/apps', mine('admin/apps/marketplace')],
    ['https://admin.google.com/ac/billing', mine('admin')],
    ['https://docs.google.com/spreadsheets/d/1Ab-_9/edit#gid=7', mine('sheets/1Ab-_9?gid=7')],
    ['https://docs.google.com/spreadsheets/d/1Ab-_9/edit?usp=drivesdk', mine('sheets/1Ab-_9')],
    ['https://calendar.google.com/calendar/u/0/r', mine('calendar')],
    ['https://console.cloud.google.com/apis/library', mine('cloud')],
    ['https://myaccount.google.com/connections', mine('account')],
  ])('%s', (href, expected) => {
    expect(here(ME, href)).toBe(expected);
  });
});

describe('is left as it is:', () => {
  test.each([
    ['http://admin.google.com/ac/users'],
    ['https://support.google.com/a/answer/162106'],
    ['https://admin.google.com.evil.example/ac/users'],
    ['https://docs.google.com/document/d/1Ab/edit'],
    ['mailto:anna@acme.example'],
    ['not an address'],
  ])('%s', (href) => {
    expect(here(ME, href)).toBe(href);
  });

  test('a console’s address while nobody is signed in', () => {
    const href = 'https://admin.google.com/ac/users';
    expect(here(null, href)).toBe(href);
  });
});
