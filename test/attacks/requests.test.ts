// What Tandem sends to Google: to which hosts, in whose name, with which key; and what a redirect gets of it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonKeyFile } from '../../emulator/workspace/cloud/key-files';
import { createKey } from '../../emulator/workspace/cloud/keys';
import { textOf, type HttpRequest } from '../../emulator/kit/http-message';
import type { LocalWorkspace } from '../../emulator/local-workspace';
import { CalendarByHand } from '../support/by-hand';
import { ADMIN, ANNA, applicationIdOf, CALENDAR_SCOPE, MINUTE_MS, PETRI } from '../support/set-up';
import { BUILT, PUBLISHER } from '../support/tandem';
import { BROKEN, companyInUse, JOHANNA, type Company } from './company';

interface Sent {
  readonly url: string;
  readonly headers: HttpRequest['headers'];
  readonly body: string;
}

/** Notes every request of scripts, and answers with a redirect those that `isRedirected` names. */
function watch(
  workspace: LocalWorkspace,
  isRedirected: (url: string) => boolean = () => false,
): Sent[] {
  const sent: Sent[] = [];
  const http = workspace.engine.http!;
  workspace.engine.http = {
    isOurs: (url) => http.isOurs(url),
    answer(request, execution, ms) {
      const { url, headers, body } = request;
      sent.push({ url, headers, body: textOf(body) });
      if (!isRedirected(url)) return http.answer(request, execution, ms);
      return { status: 307, headers: { location: STOLEN }, body: '' };
    },
  };
  return sent;
}

/** On a host that the manifest allows: nothing but `followRedirects` keeps a token from going there. */
const STOLEN = 'https://www.googleapis.com/stolen';

/** An hour later no token that was kept is good any more, so every kind of request is made. */
const aRunLater = ({ workspace }: Company): void => {
  new CalendarByHand(workspace, ANNA).addHour('New', '2026-03-18T09:00:00.000Z');
  workspace.advance(61 * MINUTE_MS - 1, { runDueTriggers: false });
  workspace.advance(2 * MINUTE_MS);
};

interface Claims {
  readonly aud: string;
  readonly iss: string;
  readonly sub?: string;
  readonly scope: string;
  readonly iat: number;
  readonly exp: number;
}

const claimsIn = (sent: readonly Sent[]): Claims[] =>
  sent.flatMap(({ body }) => {
    const assertion = new URLSearchParams(body).get('assertion');
    const [, claims] = assertion?.split('.') ?? [];
    return claims ? [JSON.parse(Buffer.from(claims, 'base64url').toString()) as Claims] : [];
  });

test.each([
  ['a listing', /\/calendar\/v3\//],
  ['a batch of writes', /\/batch\/calendar\/v3/],
  ['a token request', /oauth2\.googleapis\.com\/token/],
])('a redirect that answers %s gets no token: nobody follows it [Att17]', (_, kind) => {
  const company = companyInUse();
  const { workspace, workbook } = company;
  workbook.add('Activities', {
    Name: 'Typed by hand',
    Owner: ANNA,
    Start: '2026-03-25 09:00',
    End: '2026-03-25 10:00',
  });
  const sent = watch(workspace, (url) => kind.test(url));
  aRunLater(company);
  expect(sent.filter(({ url }) => kind.test(url)).length).toBeGreaterThan(0);
  expect(sent.filter(({ url }) => url.startsWith(STOLEN))).toEqual([]);
  const runs = workspace.engine.executions.filter(({ start }) => start.functionName === 'runSyncs');
  expect(runs.at(-1)!.error).toBeNull();
});

describe('in a run with everything in it', () => {
  let company: Company;
  let sent: Sent[];
  beforeAll(() => {
    company = companyInUse();
    const { workspace, workbook } = company;
    // Whoever may write into the workbook tries to have other people's tokens made.
    for (const Owner of [ADMIN, PETRI, JOHANNA, 'service@elsewhere.example', '*', 'admin'])
      workbook.add('Activities', {
        Name: `For ${Owner}`,
        Owner,
        Start: '2026-03-25 09:00',
        End: '2026-03-25 10:00',
        Participants: `${PETRI}, ${ADMIN}`,
      });
    workbook.add('Connections', { Email: PETRI, 'Calendar sync': 'On' });
    workbook.add('People', { Email: 'root@havu.example', 'Given name': 'Root' });
    sent = watch(workspace);
    aRunLater(company);
    workspace.advance(10 * MINUTE_MS);
  });

  test('tokens are asked for only in the names of people who turned their own sync on [Att6] [Att34]', () => {
    const people = claimsIn(sent).flatMap(({ sub }) => (sub === undefined ? [] : [sub]));
    expect(new Set(people)).toEqual(new Set([ANNA]));
    expect(new CalendarByHand(company.workspace, PETRI).titled(`For ${PETRI}`)).toEqual([]);
  });

  test('a claim is for Google’s token endpoint, for one scope, and for less than an hour [Att6]', () => {
    const claims = claimsIn(sent);
    expect(claims.length).toBeGreaterThan(0);
    for (const { aud, scope, iat, exp, sub } of claims) {
      expect(aud).toBe('https://oauth2.googleapis.com/token');
      expect(exp - iat).toBeLessThanOrEqual(3_600);
      if (sub !== undefined) expect(scope).toBe(CALENDAR_SCOPE);
    }
  });

  test('requests go to the hosts that the manifest lists, over https, and nowhere else [Att17] [Att40]', () => {
    const { urlFetchWhitelist } = JSON.parse(
      readFileSync(join(BUILT, 'appsscript.json'), 'utf8'),
    ) as { urlFetchWhitelist: string[] };
    const outside = sent.filter(({ url }) => !urlFetchWhitelist.some((one) => url.startsWith(one)));
    expect(outside).toEqual([]);
    for (const prefix of urlFetchWhitelist) expect(prefix).toMatch(/^https:\/\/[a-z0-9.-]+\/$/);
  });

  test('the manifest lists no host that the code does not ask [Att40]', () => {
    const code = readFileSync(join(BUILT, 'main.js'), 'utf8');
    const { urlFetchWhitelist } = JSON.parse(
      readFileSync(join(BUILT, 'appsscript.json'), 'utf8'),
    ) as { urlFetchWhitelist: string[] };
    expect(urlFetchWhitelist.filter((one) => !code.includes(one.slice(0, -1)))).toEqual([]);
  });
});

describe('the publisher’s key', () => {
  let company: Company;
  beforeAll(() => {
    company = companyInUse();
  });

  const properties = () => company.workspace.installed!.record.scriptProperties;
  const keyText = () => properties()[PUBLISHER.serviceAccountKey]!;
  const keyFile = () => JSON.parse(keyText()) as Record<string, string>;

  test('that is another kind of key, too short, too long or no key is refused with a reason, and never repeated [Att4]', () => {
    const good = keyText();
    const short = `-----BEGIN PRIVATE KEY-----\n${'CANARY00'.repeat(12)}\n-----END PRIVATE KEY-----\n`;
    const bad = [
      JSON.stringify({ ...keyFile(), type: 'authorized_user' }),
      JSON.stringify({ ...keyFile(), private_key: short }),
      JSON.stringify({ ...keyFile(), private_key: 'CANARY00' }),
      JSON.stringify({ ...keyFile(), client_email: 'CANARY00' }),
      `${good}${' '.repeat(30_000)}`,
      '{"CANARY00": ',
      '["CANARY00"]',
    ];
    for (const text of bad) {
      properties()[PUBLISHER.serviceAccountKey] = text;
      const shown = JSON.stringify(company.page.open('Connection').cards);
      expect([text.slice(0, 60), BROKEN.exec(shown)]).toEqual([text.slice(0, 60), null]);
      expect(shown).not.toContain('CANARY00');
      expect(shown).not.toContain('BEGIN PRIVATE');
      expect(company.page.text).not.toContain('Client ID');
    }
    properties()[PUBLISHER.serviceAccountKey] = good;
    expect(company.page.open('Connection').text).toContain('Client ID');
  });

  test('is shown as a fingerprint, on no page whole [Att4]', () => {
    const { private_key_id: id, private_key: pem } = keyFile();
    const shown = JSON.stringify(company.page.open('Connection').cards);
    expect(shown).toContain(id!.slice(0, 8));
    expect(shown).not.toContain(id);
    expect(shown).not.toContain(pem!.slice(40, 80));
  });

  test('can be replaced while the old one is still good: the next run signs with the new one, and nobody is asked anything [Att5]', () => {
    const { workspace, workbook } = company;
    const project = workspace.state.cloud.projects[applicationIdOf(workspace)]!;
    const account = Object.values(project.serviceAccounts)[0]!;
    const before = keyFile();
    const made = createKey(workspace, account);
    properties()[PUBLISHER.serviceAccountKey] = JSON.stringify(jsonKeyFile(project, account, made));
    const sent = watch(workspace);
    new CalendarByHand(workspace, ANNA).addHour('After the change', '2026-03-19T09:00:00.000Z');
    workspace.advance(2 * MINUTE_MS);
    const keys = sent.flatMap(({ body }) => {
      const [header] = new URLSearchParams(body).get('assertion')?.split('.') ?? [];
      return header
        ? [(JSON.parse(Buffer.from(header, 'base64url').toString()) as { kid: string }).kid]
        : [];
    });
    expect(new Set(keys)).toEqual(new Set([made.key.keyId]));
    expect(made.key.keyId).not.toBe(before['private_key_id']);
    expect(workbook.named('After the change')).toHaveLength(1);
  });
});
