// People untick boxes on Google's consent screen: each box by itself, on every surface.
import { openPanel, runPanelFunction } from '../../emulator/add-on/panel';
import { CalendarByHand } from '../support/by-hand';
import { ADMIN, ANNA } from '../support/set-up';
import { principal } from '../support/tandem';
import { ALL_SCOPES, attacked, BROKEN, companyInUse, outOf, untick, type Company } from './company';

let company: Company;
beforeAll(() => {
  company = companyInUse();
});

const PLACES = [
  'install.open',
  'directory.show',
  'calendar.admin',
  'connection.show',
  'install.check',
];

const EVENT = { formInputs: {}, parameters: { do: 'calendar.look-ahead' } };

test.each(ALL_SCOPES)(
  'without %s every surface shows a card: no stack, no silence [Att12]',
  (scope) => {
    untick(company, scope, [ADMIN, ANNA]);
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
  untick(company, 'https://www.googleapis.com/auth/userinfo.email', [ANNA]);
  const person = principal(company.workspace, ANNA);
  const shown = openPanel(company.workspace, person, { host: 'CALENDAR' });
  expect(JSON.stringify(shown)).toContain('Authentication was not complete');
});
