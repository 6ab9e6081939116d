import { createPrivateKey, X509Certificate } from 'node:crypto';
import forge from 'node-forge';
import { ConsoleRefusal } from '../../../emulator/workspace/admin-action';
import { ADMIN, ANNA } from '../../support/small-company';
import {
  act,
  CALENDAR,
  claimsOf,
  delegate,
  delegatedCompany,
  exchange,
  jwt,
} from '../oauth/delegated-company';

const company = () => {
  const here = delegatedCompany();
  delegate(here, [CALENDAR]);
  return here;
};

describe('a key of a service account', () => {
  test('comes as a JSON file that says all a client library needs', () => {
    const here = company();
    const { workspace, account, projectId } = here;
    const { json, keyId, fileName } = act(workspace, 'cloud.createKey', {
      serviceAccount: account.email,
      type: 'json',
    });
    const file = json as Record<string, string>;
    expect(file).toMatchObject({
      type: 'service_account',
      project_id: projectId,
      private_key_id: keyId,
      client_email: account.email,
      client_id: account.uniqueId,
      token_uri: 'https://oauth2.googleapis.com/token',
    });
    expect(fileName).toMatch(/\.json$/);
    const assertion = jwt(claimsOf(here), {
      key: createPrivateKey(file['private_key']!),
      header: { kid: keyId },
    });
    expect(exchange(here, assertion).status).toBe(200);
  });

  test('comes as a P12 file that opens with the password notasecret and no other', () => {
    const here = company();
    const { p12, password } = act(here.workspace, 'cloud.createKey', {
      serviceAccount: here.account.email,
      type: 'p12',
    });
    expect(password).toBe('notasecret');
    const asn1 = forge.asn1.fromDer(Buffer.from(String(p12), 'base64').toString('binary'));
    expect(() => forge.pkcs12.pkcs12FromAsn1(asn1, 'secret')).toThrow(/password/i);
    const bags = forge.pkcs12.pkcs12FromAsn1(asn1, 'notasecret');
    const [bag] = bags.getBags({
      friendlyName: 'privatekey',
      bagType: forge.pki.oids['pkcs8ShroudedKeyBag']!,
    }).friendlyName!;
    const key = createPrivateKey(forge.pki.privateKeyToPem(bag!.key!));
    expect(exchange(here, jwt(claimsOf(here), { key })).status).toBe(200);
    const [certificate] = bags.getBags({ bagType: forge.pki.oids['certBag']! })[
      forge.pki.oids['certBag']!
    ]!;
    const x509 = new X509Certificate(forge.pki.certificateToPem(certificate!.cert!));
    expect(x509.subject).toBe(`CN=${here.account.uniqueId}`);
    expect(x509.checkPrivateKey(key)).toBe(true);
  });

  test('is nowhere in the state but for its public half', () => {
    const { workspace, account } = company();
    act(workspace, 'cloud.createKey', { serviceAccount: account.email, type: 'pem' });
    const saved = JSON.stringify(workspace.state);
    expect(saved).toContain('BEGIN PUBLIC KEY');
    expect(saved).not.toContain('PRIVATE');
  });

  test('cannot be made where the organization’s policy forbids it', () => {
    const { workspace, account } = company();
    const make = () =>
      act(workspace, 'cloud.createKey', { serviceAccount: account.email, type: 'pem' });
    act(workspace, 'cloud.setKeyPolicy', { disabled: true });
    expect(make).toThrow(/iam\.disableServiceAccountKeyCreation/);
    expect(act(workspace, 'cloud.createProject', { name: 'Later' })).toMatchObject({
      keyCreationDisabled: true,
    });
    act(workspace, 'cloud.setKeyPolicy', { disabled: false });
    expect(make()).toMatchObject({ pem: expect.stringContaining('BEGIN PRIVATE KEY') });
  });

  test('is one of ten at most', () => {
    const { workspace, account } = company();
    account.keys = Array.from({ length: 10 }, (_, i) => ({
      keyId: String(i),
      publicKey: '',
      createdAt: 0,
    }));
    expect(() =>
      act(workspace, 'cloud.createKey', { serviceAccount: account.email, type: 'pem' }),
    ).toThrow('Maximum number of keys');
  });
});

describe('a Cloud project', () => {
  test('is changed by its owners and the super administrators of its organization, and seen by nobody else', () => {
    const { workspace } = company();
    const { projectId } = act(workspace, 'cloud.createProject', { name: 'Anna’s' }, ANNA);
    const ids = (as: string) =>
      (act(workspace, 'cloud.projects', {}, as)['projects'] as { projectId: string }[]).map(
        (project) => project.projectId,
      );
    expect(ids(ANNA)).toEqual([projectId]);
    expect(ids(ADMIN)).toContain(projectId);
    const other = act(workspace, 'cloud.createProject', { name: 'Other' });
    expect(() =>
      act(workspace, 'cloud.enableApi', { project: other['projectId']!, api: 'calendar' }, ANNA),
    ).toThrow(ConsoleRefusal);
  });

  test('has the APIs on that were switched on', () => {
    const { workspace, projectId } = company();
    const on = (action: string, api: string) =>
      act(workspace, action, { project: projectId, api })['enabledApis'];
    expect(on('cloud.enableApi', 'calendar')).toContain('calendar-json.googleapis.com');
    expect(on('cloud.enableApi', 'admin.googleapis.com')).toContain('admin.googleapis.com');
    expect(on('cloud.disableApi', 'calendar')).not.toContain('calendar-json.googleapis.com');
  });

  test.each(['short', 'Has-Capitals', '1-digit-first', 'ends-with-', 'calendar-sync'])(
    'takes no service account named %s',
    (name) => {
      const { workspace, projectId } = company();
      expect(() =>
        act(workspace, 'cloud.createServiceAccount', { project: projectId, name }),
      ).toThrow(ConsoleRefusal);
    },
  );

  test('lets a deleted service account’s name be taken again, under another client ID', () => {
    const { workspace, projectId, account } = company();
    act(workspace, 'cloud.deleteServiceAccount', { serviceAccount: account.email });
    const again = act(workspace, 'cloud.createServiceAccount', {
      project: projectId,
      name: 'calendar-sync',
    });
    expect(again['email']).toBe(account.email);
    expect(again['uniqueId']).not.toBe(account.uniqueId);
  });
});
