import { ANNA, BEN } from '../../support/small-company';
import { inScript, scriptOf } from './in-script';

const WHO =
  'return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail(), String(Session.getActiveUser())]';

describe('the session', () => {
  test('knows who runs the script', () => {
    expect(inScript(WHO)).toEqual([ANNA, ANNA, ANNA]);
  });

  test('does not tell in a trigger who is at the keyboard', () => {
    const workspace = scriptOf(`function f() { ${WHO} }`);
    workspace.run('f', { as: ANNA });
    const { value } = workspace.run('f', { as: ANNA, surface: 'trigger' });
    expect(value).toEqual(['', ANNA, '']);
  });

  test('hides the active user without an email scope, and refuses the effective user', () => {
    const manifest = { oauthScopes: ['https://www.googleapis.com/auth/script.scriptapp'] };
    expect(inScript('return Session.getActiveUser().getEmail()', { manifest })).toBe('');
    expect(inScript('return Session.getEffectiveUser()', { manifest })).toBe(
      'Exception: Specified permissions are not sufficient to call Session.getEffectiveUser. Required permissions: https://www.googleapis.com/auth/userinfo.email',
    );
  });

  test('has the time zone of the manifest and the language of the account', () => {
    expect(inScript('return [Session.getScriptTimeZone(), Session.getActiveUserLocale()]')).toEqual(
      ['Europe/Helsinki', 'en'],
    );
  });

  test('gives a lasting key that differs between users', () => {
    const workspace = scriptOf('function f() { return Session.getTemporaryActiveUserKey() }');
    const key = (as: string): unknown => workspace.run('f', { as }).value;
    const first = key(ANNA);
    expect([key(ANNA) === first, key(BEN) === first]).toEqual([true, false]);
    workspace.clock.advance(31 * 86_400_000);
    expect(key(ANNA)).not.toBe(first);
  });
});
