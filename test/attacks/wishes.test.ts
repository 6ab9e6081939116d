// What is asked of the sync account, asked by people who may not: by name, by role, for another organization.
import { DO as DIRECTORY } from '../../src/directory/names';
import { CALENDAR } from '../../src/calendar/panel/action-names';
import { JOURNAL } from '../../src/journal/names';
import { INSTALL } from '../../src/install/names';
import { giveRole } from '../support/roles-by-hand';
import { ADMIN, ANNA, MINUTE_MS, PETRI } from '../support/set-up';
import { principal } from '../support/tandem';
import {
  attacked,
  BROKEN,
  companyInUse,
  GRACE,
  JOHANNA,
  KAISA,
  outOf,
  type Company,
} from './company';

let company: Company;
beforeEach(() => {
  company = companyInUse();
});

const CUSTOMER = 'C01havu7k';

const properties = () => company.workspace.installed!.record.scriptProperties;
const asked = () => Object.keys(properties()).filter((key) => key.startsWith('asked.'));
const tenant = () => properties()[`tenant.${CUSTOMER}`];

const pressed = (as: string, action: string, inputs: Record<string, string[]> = {}) =>
  outOf(attacked(company, { as, door: 'adminPage', surface: 'webapp', args: [action, inputs] }));

/** Everything that only the sync account reaches. */
const REACHING = [
  DIRECTORY.go,
  DIRECTORY.syncAll,
  CALENDAR.switchOff,
  CALENDAR.saveSettings,
  CALENDAR.saveMadeEvents,
  CALENDAR.saveFieldWays,
  JOURNAL.save,
  INSTALL.saveDeputy,
  INSTALL.acceptRestored,
];

test.each(REACHING)(
  '%s, asked by whoever is no administrator of the organization, waits for nobody [Att3] [Att7]',
  (action) => {
    const before = tenant();
    for (const as of [JOHANNA, GRACE, KAISA]) {
      const out = pressed(as, action, { customer: [CUSTOMER], syncAccount: [as] });
      expect(BROKEN.exec(out)).toBeNull();
    }
    company.workspace.advance(2 * MINUTE_MS);
    expect(asked()).toEqual([]);
    expect(tenant()).toBe(before);
  },
);

test.each([INSTALL.saveDeputy, INSTALL.acceptRestored, INSTALL.takeOver, INSTALL.deputy])(
  '%s is an owner’s: an operator who presses it by name is refused, and nothing waits [Att3]',
  (action) => {
    const before = tenant();
    expect(pressed('helpdesk@havu.example', action)).toContain('A super administrator can do it');
    expect(asked()).toEqual([]);
    expect(tenant()).toBe(before);
  },
);

test('an auditor who presses what decides something is refused, and nothing waits', () => {
  giveRole(company.workspace, { as: ADMIN, to: ANNA, privileges: ['REPORTS'] });
  for (const action of [DIRECTORY.go, CALENDAR.switchOff])
    expect(pressed(ANNA, action)).toContain('Your administrator role does not include this.');
  expect(asked()).toEqual([]);
});

test('a name that is no action, or none that needs the workbook, never waits for the sync account', () => {
  for (const action of ['directory.constructor', 'directory.', 'calendar.__proto__', 'nothing.go'])
    expect(BROKEN.exec(pressed(PETRI, action))).toBeNull();
  expect(asked()).toEqual([]);
});

test('a wish written under another name, or in another role, is judged by what its wisher is and may', () => {
  const { workspace } = company;
  const wish = (action: string, email: string, role: string, inputs = {}) => {
    const { userId } = principal(workspace, email);
    properties()[`asked.${CUSTOMER}.${userId}.${action}`] = JSON.stringify({
      v: 1,
      data: {
        action,
        inputs,
        by: { userId, email: ADMIN },
        role,
        at: new Date(workspace.clock.now()).toISOString(),
        isBegun: false,
      },
    });
  };
  const before = tenant();
  expect(before).toContain('"deputy":{');
  wish(CALENDAR.switchOff, JOHANNA, 'owner');
  wish(CALENDAR.switchOff, GRACE, 'owner');
  wish(INSTALL.saveDeputy, 'helpdesk@havu.example', 'owner', { deputy: ['nobody'] });
  wish(CALENDAR.turnOff, ANNA, 'owner');
  wish(INSTALL.takeOver, PETRI, 'owner');
  // Google tells nobody about another organization's accounts: that wish waits, and is never done.
  const { userId: foreign } = principal(workspace, GRACE);
  workspace.advance(2 * MINUTE_MS);
  expect(asked().filter((key) => !key.includes(foreign))).toEqual([]);
  expect(tenant()).toBe(before);
  expect(company.workbook.rows('Connections').map((row) => row['Calendar sync'])).toContain('On');
});

test('a wish of another organization’s is not looked at by this one’s runner', () => {
  const { workspace } = company;
  const { userId } = principal(workspace, PETRI);
  const key = `asked.C02brwt4z.${userId}.${CALENDAR.switchOff}`;
  const text = JSON.stringify({ v: 1, data: 'anything' });
  properties()[key] = text;
  workspace.advance(2 * MINUTE_MS);
  expect(properties()[key]).toBe(text);
});

test('what looks like a key or a token is never kept for the sync account', () => {
  const secret = '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----';
  for (const inputs of [{ key: [secret] }, { token: ['ya29.a0AfH6SMBx'] }])
    expect(pressed(PETRI, CALENDAR.saveSettings, inputs)).not.toContain('Asked for');
  expect(asked()).toEqual([]);
});

test('nobody can fill the shared store with what they ask for', () => {
  const long = { types: ['x'.repeat(50_000)] };
  expect(pressed(PETRI, CALENDAR.saveSettings, long)).not.toContain('Asked for');
  for (let time = 0; time < 5; time++)
    pressed(PETRI, CALENDAR.saveSettings, { winner: [String(time)] });
  expect(asked()).toHaveLength(1);
});
