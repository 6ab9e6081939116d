// Every action of every button, asked for directly by people who were never shown it.
import { ADMIN, ANNA } from '../support/set-up';
import { ACTIONS, asLists, forged, KNOWN, leastRoleFor } from './actions';
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

const FORGED = forged(ANNA, JOHANNA);

test('all actions that features name are tried', () => {
  expect(ACTIONS).toEqual(expect.arrayContaining([...KNOWN, 'connection.show']));
});

/**
 * What a person may change of their own: their wish, told to the runner, and what waits for it; and whether the organization
 * that they administer themselves, another one, begins with a demo.
 */
const OWN = /^(?:(?:wish|preview|lease)\.|environment\.(?!C01havu7k$))/;

function withoutOwnWishes(state: string): string {
  const [properties, ...rest] = JSON.parse(state) as [Record<string, string>, ...unknown[]];
  const kept = Object.entries(properties).filter(
    ([name, value]) => !OWN.test(name) || name.includes(ANNA) || value.includes(ANNA),
  );
  return JSON.stringify([kept, ...rest]);
}

/** Who was asked for stays in its field when nobody was found: the visitor typed it, and nobody answered it. */
const TYPED_BY_THEMSELVES = new RegExp(
  String.raw`(?<=\{\\?"name\\?":\\?"who\\?",[^{}]*\\?"value\\?":\\?")${ANNA}`,
  'g',
);

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
      const answered = outOf(attacked(company, { as, ...attack }));
      expect(BROKEN.exec(answered)).toBeNull();
      expect(answered).not.toContain(ANNAS_SECRET);
      const out = answered.replace(TYPED_BY_THEMSELVES, '');
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

/** What only administrators may press: in the page the whole page is closed to others, in a panel each button. */
const FOR_ADMINISTRATORS = KNOWN.filter((action) => leastRoleFor(action) !== 'everyone');

test.each(FOR_ADMINISTRATORS)(
  '%s, forged by somebody who administers nothing, is refused as such and not merely without effect [Att3]',
  (action) => {
    const inputs = asLists({ ...FORGED, fileId: company.workbook.id });
    const pressed = outOf(
      attacked(company, {
        as: JOHANNA,
        door: 'onCardAction',
        surface: 'addon',
        args: [pressing(action, FORGED)],
      }),
    );
    expect(pressed).toContain('Only a Workspace administrator of your organization can do this.');
    const page = outOf(
      attacked(company, {
        as: JOHANNA,
        door: 'adminPage',
        surface: 'webapp',
        args: [action, inputs],
      }),
    );
    expect(page).toContain('this page is for its Workspace administrators');
  },
);

test('a super administrator of another organization that now has one of its domains administers nothing here [Att7]', () => {
  const { scriptProperties } = company.workspace.installed!.record;
  scriptProperties['domain.brightwater.example'] = 'C01havu7k';
  const before = withoutOwnWishes(held(company, GRACE));
  for (const action of ['', ...FOR_ADMINISTRATORS]) {
    const page = outOf(
      attacked(company, {
        as: GRACE,
        door: 'adminPage',
        surface: 'webapp',
        args: [action, asLists(FORGED)],
      }),
    );
    expect(page).toContain('this page is for its Workspace administrators');
    expect(page.includes('havu')).toBe(false);
    const pressed = attacked(company, {
      as: GRACE,
      door: 'onCardAction',
      surface: 'addon',
      args: [pressing(action, FORGED)],
    });
    expect(outOf(pressed).includes('havu')).toBe(false);
  }
  expect(withoutOwnWishes(held(company, GRACE))).toBe(before);
  delete scriptProperties['domain.brightwater.example'];
});
