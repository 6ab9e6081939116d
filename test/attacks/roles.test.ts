// Every action of the closed table by every kind of caller: each is held to the least role that it needs.
import { mayDo, type Role } from '../../src/card/action';
import { CALENDAR } from '../../src/calendar/panel/action-names';
import { INSTALL } from '../../src/install/names';
import { giveRole } from '../support/roles-by-hand';
import { ADMIN, ANNA, MINUTE_MS, PETRI } from '../support/set-up';
import { principal } from '../support/tandem';
import { ACTIONS, asLists, forged, leastRoleFor } from './actions';
import {
  ANNAS_SECRET,
  attacked,
  BROKEN,
  companyInUse,
  GRACE,
  held,
  JOHANNA,
  outOf,
  pressing,
  untick,
  type Attack,
  type Company,
} from './company';

const AUDITOR = 'markus.virtanen@havu.example';

/** Of an organization that is set up, one of each kind. */
const CALLERS: readonly { readonly as: string; readonly role: Role | null }[] = [
  { as: JOHANNA, role: null },
  { as: AUDITOR, role: 'auditor' },
  { as: 'helpdesk@havu.example', role: 'operator' },
  { as: PETRI, role: 'owner' },
];

const REFUSED =
  /Only a Workspace administrator of your organization|Your administrator role does not include this|this page is for its Workspace administrators/;

/** The sources also name what is kept, in the same form: those are no actions. */
const UNKNOWN = /belongs to an older version of Tandem/;

const isTurnedAway = (out: string): boolean => REFUSED.test(out) || UNKNOWN.test(out);

let company: Company;
beforeAll(() => {
  company = companyInUse();
  giveRole(company.workspace, { as: ADMIN, to: AUDITOR, privileges: ['REPORTS'] });
});

const properties = () => company.workspace.installed!.record.scriptProperties;

const attacksBy = (as: string, action: string, inputs: Record<string, string>): Attack[] => [
  { as, door: 'adminPage', surface: 'webapp', args: [action, asLists(inputs)] },
  { as, door: 'onCardAction', surface: 'addon', args: [pressing(action, inputs)] },
];

/** What nobody’s button carries: names of prototypes, and texts without end. */
const ODD: Readonly<Record<string, string>> = {
  ['__proto__']: 'owner',
  constructor: 'owner',
  role: 'owner',
  seen: 'x'.repeat(100_000),
  'seen.deactivations': '1e309',
};

const isAllowed = (role: Role | null, action: string): boolean => {
  const least = leastRoleFor(action);
  return least === 'everyone' || mayDo(role, least);
};

test.each(ACTIONS.filter((action) => CALLERS.some(({ role }) => !isAllowed(role, action))))(
  '%s is refused to whoever has not the role for it, however often and with whatever they press it [Att7] [Att10]',
  (action) => {
    for (const { as, role } of CALLERS.filter((one) => !isAllowed(one.role, action))) {
      const [page] = attacksBy(as, action, forged(ANNA, as));
      const [, card] = attacksBy(as, action, ODD);
      const before = held(company, as);
      for (const attack of [page!, card!, page!]) {
        const out = outOf(attacked(company, attack));
        expect([as, role, attack.door, isTurnedAway(out)]).toEqual([as, role, attack.door, true]);
        expect(BROKEN.exec(out)).toBeNull();
        expect(out).not.toContain(ANNAS_SECRET);
      }
      expect([as, held(company, as) === before]).toEqual([as, true]);
    }
  },
);

test('what each may do is not refused: the table is no wall to those whom it is for', () => {
  const tried = CALLERS.flatMap(({ as, role }) =>
    ACTIONS.filter((action) => action !== INSTALL.takeOver && role !== null)
      .filter((action) => isAllowed(role, action))
      .map((action) => {
        const [page] = attacksBy(as, action, {});
        const out = outOf(attacked(company, page!));
        return [as, action, REFUSED.exec(out)?.[0] ?? null, BROKEN.exec(out)?.[0] ?? null];
      }),
  );
  expect(tried.length).toBeGreaterThan(40);
  expect(tried.filter(([, , refused, broken]) => refused !== null || broken !== null)).toEqual([]);
});

test('whom Google does not name is nobody: no action does or shows anything [Att7] [Att12]', () => {
  const nameless = companyInUse();
  untick(nameless, 'https://www.googleapis.com/auth/userinfo.email', [PETRI]);
  const before = held(nameless, PETRI);
  for (const action of ACTIONS)
    for (const attack of attacksBy(PETRI, action, forged(ANNA, PETRI))) {
      const out = outOf(attacked(nameless, attack));
      expect([action, out.includes('Authentication was not complete')]).toEqual([action, true]);
      expect(out).not.toMatch(/[\w.]+@havu\.example/);
    }
  expect(held(nameless, PETRI) === before).toBe(true);
});

describe('an administrator', () => {
  const waiting = () => Object.keys(properties()).filter((key) => key.startsWith('asked.'));
  const askToSwitchOff = () =>
    attacked(company, attacksBy(PETRI, CALENDAR.switchOff, {})[0]!).execution.error;
  const isOn = () => properties()['tenant.C01havu7k']!.includes('"isCalendarOn":true');

  beforeEach(() => {
    company = companyInUse();
  });

  test('who is suspended before the run gets nothing done any more by what they asked for [Att11]', () => {
    expect(askToSwitchOff()).toBeNull();
    expect(waiting()).toHaveLength(1);
    company.workspace.act(ADMIN, 'directory.users.patch', { userKey: PETRI }, { suspended: true });
    company.workspace.advance(2 * MINUTE_MS);
    expect([waiting(), isOn()]).toEqual([[], true]);
  });

  test('who is in office has it done', () => {
    expect(askToSwitchOff()).toBeNull();
    company.workspace.advance(2 * MINUTE_MS);
    expect([waiting(), isOn()]).toEqual([[], false]);
  });

  test('of another organization is nobody here, even where a domain of theirs is noted as this one’s [Att3]', () => {
    properties()['domain.brightwater.example'] = 'C01havu7k';
    const { customerId } = principal(company.workspace, GRACE);
    expect(customerId).toMatch(/^C0(?!1havu7k)/);
    expect(company.workspace.act(GRACE, 'directory.users.get', { userKey: GRACE })).toMatchObject({
      isAdmin: true,
      customerId,
    });
    for (const action of ACTIONS.filter((one) => leastRoleFor(one) !== 'everyone')) {
      const before = held(company, GRACE);
      for (const attack of attacksBy(GRACE, action, forged(ANNA, GRACE)).slice(0, 1)) {
        const out = outOf(attacked(company, attack));
        expect([action, isTurnedAway(out)]).toEqual([action, true]);
        expect(out).not.toMatch(/[\w.]+@havu\.example/);
      }
      expect([action, held(company, GRACE) === before]).toEqual([action, true]);
    }
  });
});
