// Every action of every button, asked for directly by people who were never shown it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ADMIN, ANNA } from '../support/set-up';
import { DO as DIRECTORY } from '../../src/directory/names';
import { INSTALL } from '../../src/install/names';
import { CALENDAR } from '../../src/calendar/panel/action-names';
import {
  ANNAS_SECRET,
  attacked,
  BROKEN,
  companyInUse,
  GRACE,
  held,
  JOHANNA,
  KAISA,
  outOf,
  pressing,
  type Company,
} from './company';

let company: Company;
beforeAll(() => {
  company = companyInUse();
});

const FAMILIES = ['install', 'connection', 'directory', 'calendar', 'audit'] as const;

/** Whatever in the sources is written as an action is: more of them than there are. */
function namesInSources(): string[] {
  const named = new RegExp(`'((?:${FAMILIES.join('|')})\\.[A-Za-z-]+)'`, 'g');
  const files = [...FAMILIES, 'app'].flatMap((family) => {
    const folder = join(__dirname, '../../src', family);
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(folder, name), 'utf8'));
  });
  return [...new Set(files.flatMap((text) => [...text.matchAll(named)].map(([, name]) => name!)))];
}

const ACTIONS = namesInSources().sort();

/** Parameters that name others, in every way that a program might take them. */
const FORGED: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    email: ANNA,
    user: ANNA,
    who: ANNA,
    account: ANNA,
    syncAccount: JOHANNA,
    customer: 'C01havu7k',
    customerId: 'C01havu7k',
    tenantId: 'C01havu7k',
    domain: 'havu.example',
    at: '2026-03-02T08:00:00.000Z',
    isOn: 'true',
    admin: 'true',
    fileId: 'FORGED',
    workbookId: 'FORGED',
    calendarId: ANNA,
  }),
);

const asLists = (texts: Readonly<Record<string, string>>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, [text]]));

test('all actions that features name are tried', () => {
  const known = [INSTALL, DIRECTORY, CALENDAR].flatMap((names) => Object.values<string>(names));
  expect(ACTIONS).toEqual(expect.arrayContaining([...known, 'connection.show']));
});

/** What a person may change of their own: their wish, told to the runner, and what waits for it. */
const OWN = /^(wish|preview|lease)\./;

function withoutOwnWishes(state: string): string {
  const [properties, ...rest] = JSON.parse(state) as [Record<string, string>, ...unknown[]];
  const kept = Object.entries(properties).filter(
    ([name, value]) => !OWN.test(name) || name.includes(ANNA) || value.includes(ANNA),
  );
  return JSON.stringify([kept, ...rest]);
}

test.each(ACTIONS.flatMap((action) => [JOHANNA, GRACE, KAISA].map((as) => [action, as] as const)))(
  '%s, forged by %s: nothing of the organization changes, nothing of others is shown [Att3] [Att7] [Att10]',
  (action, as) => {
    const before = withoutOwnWishes(held(company, as));
    const attacks = [
      {
        door: 'adminPage',
        surface: 'webapp',
        args: [action, asLists({ ...FORGED, fileId: company.workbook.id })],
      },
      {
        door: 'onCardAction',
        surface: 'addon',
        args: [pressing(action, { ...FORGED, workbookId: company.workbook.id })],
      },
    ] as const;
    for (const attack of attacks) {
      const out = outOf(attacked(company, { as, ...attack }));
      expect(BROKEN.exec(out)).toBeNull();
      expect(out).not.toContain(ANNAS_SECRET);
      if (as !== JOHANNA) expect(out.includes('havu')).toBe(false);
      expect(out.split(ADMIN).join('')).not.toMatch(
        /[\w.]+@havu\.example(?<!johanna\.koski@havu\.example)/,
      );
    }
    expect(withoutOwnWishes(held(company, as))).toBe(before);
  },
);

test('after all that, what was on is on, and nobody’s sync was turned on for them [Att9] [S26]', () => {
  const before = company.workbook
    .rows('Connections')
    .map((row) => [row['Email'], row['Calendar sync']]);
  company.workspace.advance(3 * 60_000);
  const after = company.workbook
    .rows('Connections')
    .map((row) => [row['Email'], row['Calendar sync']]);
  expect(after.filter(([email]) => email !== JOHANNA)).toEqual(
    before.filter(([email]) => email !== JOHANNA),
  );
});
