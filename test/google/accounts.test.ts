import type { LocalWorkspace } from '../../emulator/local-workspace';
import type { Failure } from '../../src/kit/failure';
import type { AddressedPerson } from '../../src/kit/person';
import type { Result } from '../../src/kit/result';
import { ADMIN, ANNA, BEN } from '../support/small-company';
import { googleScript, runGoogle } from './in-google';

type Found = Result<[string, Result<AddressedPerson, Failure>][], Failure>;

/** A script that looks people up as the sync account: by number, with how many more will be needed later. */
const FUNCTIONS = `
  const lookUp = (account = '${ADMIN}') => {
    const deadline = G.deadlineAfter(300000, G.clock);
    const pacing = G.pacing(G.clock, deadline);
    const backoff = G.backoff({ sleep: G.sleep, chance: () => 0, deadline });
    const calls = G.pacedCalls({ pacing, backoff, sleep: G.sleep });
    return G.accountLookUp({ account, calls, cache: G.scriptCache(3600) });
  };
  const plain = (found) => found.ok ? { ok: true, value: [...found.value] } : found;
`;

function company(body: string) {
  const workspace = googleScript(`${FUNCTIONS} function f() { return ${body} }`);
  const idOf = (email: string): string =>
    Object.values(workspace.state.directory.users).find((one) => one.primaryEmail === email)!.id;
  return { workspace, idOf };
}

/** The calls of the directory while the function ran. */
function asked(workspace: LocalWorkspace, as = ADMIN): { value: unknown; calls: string[] } {
  const before = workspace.traffic.calls.length;
  const value = runGoogle(workspace, 'f', { as });
  const calls = workspace.traffic.calls.slice(before).map(({ method }) => method);
  return { value, calls: calls.filter((method) => method.startsWith('directory.')) };
}

/** A directory with this many more people, whose ids are 90, 91 … */
function withCrowd(workspace: LocalWorkspace, count: number): void {
  const { users } = workspace.state.directory;
  const [one] = Object.values(users);
  for (let n = 0; n < count; n += 1) {
    const primaryEmail = `p${n}@acme.example`;
    users[`9${n}`] = { ...structuredClone(one!), id: `9${n}`, primaryEmail, isAdmin: false };
  }
}

const people = (count: number): string =>
  JSON.stringify(
    Array.from({ length: count }, (_, n) => ({ userId: `9${n}`, email: `old${n}@acme.example` })),
  );

test('an account is found by its id, with all its addresses as they are now', () => {
  const id = company('0').idOf(ANNA);
  const { workspace } = company(`plain(lookUp()([{ userId: '${id}', email: '${ANNA}' }], 0))`);
  const renamed = { primaryEmail: 'ann.two@acme.example' };
  workspace.act(ADMIN, 'directory.users.patch', { userKey: ANNA }, renamed);
  const { value, calls } = asked(workspace);
  const [[userId, account]] = (value as Extract<Found, { ok: true }>).value as [
    [string, Result<AddressedPerson, Failure>],
  ];
  expect(userId).toBe(id);
  expect(account).toMatchObject({ ok: true, value: { userId: id, email: 'ann.two@acme.example' } });
  expect(account.ok && account.value.addresses.slice(0, 2)).toEqual(['ann.two@acme.example', ANNA]);
  expect(calls).toEqual(['directory.users.get']);
});

test('no token is made for somebody who was deleted or suspended, and the failure says why', () => {
  const here = company('0');
  const [anna, ben] = [here.idOf(ANNA), here.idOf(BEN)];
  const { workspace } = company(
    `plain(lookUp()([{ userId: '${anna}', email: '${ANNA}' }, { userId: '${ben}', email: '${BEN}' }], 0))`,
  );
  workspace.act(ADMIN, 'directory.users.delete', { userKey: ANNA });
  workspace.act(ADMIN, 'directory.users.patch', { userKey: BEN }, { suspended: true });
  expect(asked(workspace).value).toEqual({
    ok: true,
    value: [
      [anna, { ok: false, failure: { kind: 'unknown-subject', account: ANNA } }],
      [ben, { ok: false, failure: { kind: 'suspended-subject', account: BEN } }],
    ],
  });
});

test('many are looked up by listing everybody, once per execution', () => {
  const { workspace } = company(
    `(() => { const look = lookUp(); return [look(${people(50)}, 100).ok, look(${people(120)}, 0).ok]; })()`,
  );
  withCrowd(workspace, 600);
  const { value, calls } = asked(workspace);
  expect(value).toEqual([true, true]);
  expect(calls).toEqual(['directory.users.list', 'directory.users.list']);
});

test('a few of a large directory are looked up one by one, once its size is known', () => {
  const { workspace } = company(`plain(lookUp()(${people(3)}, 0)).value.map(([, one]) => one.ok)`);
  withCrowd(workspace, 2_600);
  const first = asked(workspace);
  expect(first.value).toEqual([true, true, true]);
  expect(first.calls.length).toBeLessThanOrEqual(6);
  const second = asked(workspace);
  expect(second.value).toEqual([true, true, true]);
  expect(second.calls).toEqual(Array.from({ length: 3 }, () => 'directory.users.get'));
});

test('who is missing from a list is asked for by id before they count as gone', () => {
  const { workspace } = company(
    `plain(lookUp()(${people(3)}.concat({ userId: '777', email: 'gone@acme.example' }), 0)).value.map(([, one]) => one.ok)`,
  );
  withCrowd(workspace, 3);
  const { value, calls } = asked(workspace);
  expect(value).toEqual([true, true, true, false]);
  expect(calls).toEqual(['directory.users.list', 'directory.users.get']);
});

test('who is missing from a list, and refused by id, is out of sight: nobody is told that their account is gone', () => {
  const { workspace } = company(
    `plain(lookUp()(${people(3)}.concat({ userId: '777', email: 'unseen@acme.example' }), 0))`,
  );
  withCrowd(workspace, 3);
  const fault = { kind: 'error', code: 403, reason: 'forbidden', message: 'No' } as const;
  workspace.faults.plan([{ method: 'directory.users.get', fault }]);
  expect(asked(workspace).value).toEqual({
    ok: false,
    failure: { kind: 'directory-partly-readable', account: ADMIN },
  });
});

test('looking up nobody makes no call, and a directory that cannot be read fails as a whole', () => {
  const { workspace } = company(
    `[plain(lookUp()([], 0)), plain(lookUp('${ANNA}')(${people(2)}, 0))]`,
  );
  const { value, calls } = asked(workspace, ANNA);
  expect(value).toEqual([
    { ok: true, value: [] },
    { ok: false, failure: { kind: 'not-directory-admin', account: ANNA } },
  ]);
  expect(calls).toHaveLength(1);
});
