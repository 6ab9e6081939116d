import { delegationProofs, scopeLine } from '../../src/connection/delegation';
import { act, AUTH, CALENDAR, delegate, EVENTS } from '../emulator/oauth/delegated-company';
import { ANNA } from '../support/small-company';
import { connectedCompany } from './company';

const DRIVE = `${AUTH}drive.file`;
const GOOD = { ok: true, value: `Google gave a token for ${ANNA}.` };

function proofs(delegated: readonly string[], scopes: readonly string[]) {
  const here = connectedCompany();
  if (delegated.length > 0) delegate(here.company, delegated);
  return {
    ...here,
    proofs: delegationProofs({ ...here.signing, endpoint: here.endpoint }, ANNA, scopes),
  };
}

test('each scope is proved by a token of its own, all in one call [I7, TB8]', () => {
  const { proofs: all, calls } = proofs([CALENDAR, DRIVE], [CALENDAR, DRIVE]);
  expect(all).toEqual([
    { scope: CALENDAR, proof: GOOD },
    { scope: DRIVE, proof: GOOD },
  ]);
  expect(calls).toEqual([2]);
});

test('a scope that is missing beside others is named [TB8]', () => {
  const { proofs: all } = proofs([CALENDAR], [CALENDAR, EVENTS]);
  expect(all).toEqual([
    { scope: CALENDAR, proof: GOOD },
    {
      scope: EVENTS,
      proof: { ok: false, failure: { kind: 'scope-not-delegated', scope: EVENTS } },
    },
  ]);
});

test('where nothing is delegated, the client is unknown [S14, TA8]', () => {
  const { proofs: all, robot } = proofs([], [CALENDAR, EVENTS]);
  for (const { proof } of all)
    expect(proof).toEqual({
      ok: false,
      failure: { kind: 'unauthorized-client', clientId: robot.clientId },
    });
});

test('a client that administrators block is no matter of delegation [H32, TA9]', () => {
  const { workspace, signing, endpoint, robot } = proofs([CALENDAR], []);
  act(workspace, 'apiControls.setApp', { clientId: robot.clientId, access: 'blocked' });
  const [one] = delegationProofs({ ...signing, endpoint }, ANNA, [CALENDAR]);
  expect(one!.proof).toEqual({ ok: false, failure: { kind: 'api-access-blocked' } });
});

test('the line to paste has each scope once, with commas and no spaces [I6, TB7]', () => {
  const need = (scope: string) => ({ scope, reason: 'why' });
  expect(scopeLine([need(CALENDAR), need(DRIVE), need(CALENDAR)])).toBe(`${CALENDAR},${DRIVE}`);
});
