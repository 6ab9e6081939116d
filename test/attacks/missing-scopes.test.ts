// People untick boxes on Google's consent screen: each box by itself, on every surface.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPanel, runPanelFunction } from '../../emulator/add-on/panel';
import { grantKey } from '../../emulator/workspace/state/oauth';
import { CalendarByHand } from '../support/by-hand';
import { ADMIN, ANNA, clientIdOf } from '../support/set-up';
import { BUILT, principal } from '../support/tandem';
import { attacked, BROKEN, companyInUse, outOf, type Company } from './company';

const { oauthScopes } = JSON.parse(readFileSync(join(BUILT, 'appsscript.json'), 'utf8')) as {
  oauthScopes: string[];
};

let company: Company;
beforeAll(() => {
  company = companyInUse();
});

/** As Google keeps it when an administrator allowed all but this, and people were asked and left its box unticked. */
function untick(scope: string): void {
  const { workspace } = company;
  const { marketplace, oauth } = workspace.state;
  const clientId = clientIdOf(workspace);
  const scopes = oauthScopes.filter((one) => one !== scope);
  for (const install of Object.values(marketplace.installs)) install.grantedScopes = [...scopes];
  for (const email of [ADMIN, ANNA]) {
    const { userId } = principal(workspace, email);
    oauth.grants[grantKey(clientId, userId)] = {
      ...{ clientId, userId, scopes: [...scopes], asked: [...oauthScopes] },
      ...{ via: 'consent', grantedAt: workspace.clock.now() },
    };
  }
}

const PLACES = [
  'install.open',
  'directory.show',
  'calendar.admin',
  'connection.show',
  'install.check',
];

const EVENT = { formInputs: {}, parameters: { do: 'calendar.look-ahead' } };

test.each(oauthScopes)(
  'without %s every surface shows a card: no stack, no silence [Att12]',
  (scope) => {
    untick(scope);
    const { workspace } = company;
    for (const as of [ADMIN, ANNA]) {
      const person = principal(workspace, as);
      const [event] = new CalendarByHand(workspace, as).all();
      const panels = [
        { host: 'CALENDAR' },
        { host: 'CALENDAR', calendar: { calendarId: as, eventId: event!.id } },
        { host: 'SHEETS' },
      ] as const;
      const shown = [
        ...panels.map((context) => openPanel(workspace, person, context)),
        runPanelFunction(workspace, person, panels[0], { name: 'onCardAction', event: EVENT }),
      ];
      expect(shown.map(({ kind }) => kind)).toEqual(shown.map(() => 'answer'));
      expect(BROKEN.exec(JSON.stringify(shown))).toBeNull();
      for (const place of PLACES) {
        const outcome = attacked(company, {
          as,
          door: 'adminPage',
          surface: 'webapp',
          args: [place, {}],
        });
        expect([as, place, outcome.execution.error?.message]).toEqual([as, place, undefined]);
        expect(BROKEN.exec(outOf(outcome))).toBeNull();
      }
    }
  },
);

test('without the scope that tells who they are, people are told what is missing and where to allow it [Att12]', () => {
  untick('https://www.googleapis.com/auth/userinfo.email');
  const person = principal(company.workspace, ANNA);
  const shown = openPanel(company.workspace, person, { host: 'CALENDAR' });
  expect(JSON.stringify(shown)).toContain('Authentication was not complete');
});
