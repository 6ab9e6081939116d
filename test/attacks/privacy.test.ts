// What is nobody else's to read: details of private events, calendars that are shared as free or busy only, hidden guests and
// people, ids of applications. And who can open what Tandem keeps.
import type { LocalWorkspace } from '../../emulator/local-workspace';
import { AuditSheet, logged } from '../support/audit-sheet';
import { CalendarByHand, WorkbookByHand } from '../support/by-hand';
import {
  ADMIN,
  ANNA,
  applicationIdOf,
  calendarPanel,
  clientIdOf,
  DAY_MS,
  delegatedClientOf,
  finalize,
  lookAhead,
  MINUTE_MS,
  NOORA,
  passHours,
  PETRI,
  preparedWorkspace,
  readyForCalendars,
  turnOnSync,
} from '../support/set-up';
import { principal } from '../support/tandem';
import { attacked, JOHANNA, outOf, pressing } from './company';

/** A mark in whatever must not get anywhere but into the calendars of those who may read it. */
const HUSH = 'hush7301';

/** Where the mark stands in anything that is kept but calendars and Google's own directory and log: sheets, properties, cache, mails, logs. */
function toldAnywhere({ state, engine }: LocalWorkspace): readonly string[] {
  const { calendar: _, reports: __, directory: ___, ...kept } = state;
  const said = engine.executions.map(({ logs, error }) => [logs, error]);
  return JSON.stringify([kept, said]).match(new RegExp(`.{0,120}${HUSH}.{0,20}`, 'g')) ?? [];
}

const noonOf = (day: number): string => `2026-03-${day}T12:00:00.000Z`;

describe('with the settings that an organization begins with', () => {
  const page = readyForCalendars();
  const { workspace } = page;
  const workbook = WorkbookByHand.openedFrom(page);
  const noora = new CalendarByHand(workspace, NOORA);
  const petri = new CalendarByHand(workspace, PETRI);
  const names = () => workbook.rows('Activities').map(({ Name }) => Name);

  beforeAll(() => {
    noora.addHour(`Oncologist ${HUSH}`, noonOf(10), {
      visibility: 'private',
      location: `Ward ${HUSH}`,
      description: `Results ${HUSH}`,
      attendees: [{ email: `doctor.${HUSH}@clinic.example`, displayName: `Doctor ${HUSH}` }],
    });
    noora.addHour('Seen by all', noonOf(11));
    turnOnSync(calendarPanel(workspace));
    workspace.advance(2 * MINUTE_MS);
  });

  test('of a private event neither title, place, notes nor guests are kept anywhere; the work system shows that the time is taken [Att27, Inv18]', () => {
    expect(names()).toEqual(expect.arrayContaining(['Busy', 'Seen by all']));
    const [busy] = workbook.named('Busy');
    expect([busy!['Location'], busy!['Notes'], busy!['Participants']]).toEqual(['', '', '']);
    expect(toldAnywhere(workspace)).toEqual([]);
  });

  test('a calendar that somebody is shown as free or busy only is not read, nor is any but their own [Att27]', () => {
    petri.addHour(`Board ${HUSH}`, noonOf(12));
    for (const role of ['freeBusyReader', 'reader']) {
      const rule = { role, scope: { type: 'user', value: NOORA } };
      workspace.act(PETRI, 'calendar.acl.insert', { calendarId: 'primary' }, rule);
      workspace.act(NOORA, 'calendar.calendarList.insert', {}, { id: PETRI });
      noora.addHour(`Beside it as ${role}`, noonOf(13));
      workspace.advance(2 * MINUTE_MS);
      expect(names()).toContain(`Beside it as ${role}`);
      expect(toldAnywhere(workspace)).toEqual([]);
    }
  });

  test('guests whom an organizer hides are not kept for those who are invited [Att27]', () => {
    petri.addHour('Reorganization', noonOf(16), {
      guestsCanSeeOtherGuests: false,
      attendees: [{ email: NOORA }, { email: `counsel.${HUSH}@law.example` }],
    });
    expect(noora.all().some(({ summary = '' }) => summary.startsWith('Reorganization'))).toBe(true);
    noora.addHour('After the invitation', noonOf(17));
    workspace.advance(2 * MINUTE_MS);
    expect(names()).toEqual(expect.arrayContaining(['After the invitation', 'Reorganization']));
    const kept = toldAnywhere(workspace).filter((text) => !text.includes('"mail'));
    expect(kept.filter((text) => !/outbox|subject/.test(text))).toEqual([]);
  });

  test('guests whom the person hides from each other are not in the row, where a guest could read them [Att27]', () => {
    const guests = [{ email: PETRI }, { email: `counsel.${HUSH}@law.example` }];
    const hidden = { guestsCanSeeOtherGuests: false, attendees: guests };
    noora.addHour('Hidden guests', noonOf(19), hidden);
    noora.addHour('Shown guests', noonOf(20), { attendees: [{ email: PETRI }] });
    workspace.advance(2 * MINUTE_MS);
    expect(workbook.named('Shown guests')[0]!['Participants']).toContain(PETRI);
    expect(workbook.named('Hidden guests')[0]!['Participants']).toBe('');
    const [shown] = noora.titled('Shown guests');
    noora.change(shown!.id, { guestsCanSeeOtherGuests: false });
    workspace.advance(2 * MINUTE_MS);
    expect(workbook.named('Shown guests')[0]!['Participants']).toBe('');
  });

  test('copies bear no id of an account, an organization or an application in what people see of them [Att27]', () => {
    const row = { Owner: NOORA, Start: '2026-03-18 09:00', End: '2026-03-18 10:00', Notes: 'Mine' };
    workbook.add('Activities', { Name: 'Typed', ...row });
    workspace.advance(2 * MINUTE_MS);
    const [copy] = noora.titled('Typed');
    const {
      extendedProperties: _,
      id: __,
      iCalUID: ___,
      ...seen
    } = copy as unknown as Record<string, unknown>;
    expect(seen['description']).toBe('Mine');
    const ids = [
      clientIdOf(workspace),
      applicationIdOf(workspace),
      delegatedClientOf(workspace),
      principal(workspace, NOORA).userId,
      principal(workspace, NOORA).customerId!,
    ];
    for (const text of [JSON.stringify(seen), workbook.named('Seen by all')[0]!['Notes']!])
      expect(ids.filter((id) => text.includes(id))).toEqual([]);
  });

  test('nobody without a role is told of people, whether or not the directory hides them [Att27]', () => {
    const hidden = `hidden.${HUSH}@havu.example`;
    const name = { givenName: 'Hid', familyName: 'Den' };
    const body = { primaryEmail: hidden, name, password: 'longenough' };
    workspace.act(
      ADMIN,
      'directory.users.insert',
      {},
      { ...body, includeInGlobalAddressList: false },
    );
    page.open('People');
    passHours(workspace, 25);
    expect(JSON.stringify(workbook.rows('People'))).toContain(HUSH);
    const company = { workspace, page, workbook };
    for (const action of ['directory.why', 'directory.open', 'install.open'])
      for (const door of ['onCardAction', 'adminPage'] as const) {
        const args =
          door === 'adminPage' ? [action, { who: [hidden] }] : [pressing(action, { who: hidden })];
        const surface = door === 'adminPage' ? 'webapp' : 'addon';
        const out = outOf(attacked(company, { as: JOHANNA, door, surface, args }));
        expect([action, door, out.includes('Den')]).toEqual([action, door, false]);
      }
  });
});

interface Access {
  readonly emailAddress?: string;
  readonly role: string;
  readonly type: string;
}

describe('the workbook', () => {
  const page = readyForCalendars();
  const { workspace } = page;
  const { id: fileId } = WorkbookByHand.openedFrom(page);
  const access = (): string[] =>
    (
      workspace.act(ADMIN, 'drive.permissions.list', {
        fileId,
        fields: 'permissions(type,role,emailAddress)',
      }) as { readonly permissions: readonly Access[] }
    ).permissions
      .map(({ type, role, emailAddress }) => `${type} ${role} ${emailAddress}`)
      .sort();
  const ours = [`user owner ${ADMIN}`, `user writer ${PETRI}`];

  test('can be opened by the sync account and its deputy alone, however long Tandem runs [Att28]', () => {
    expect(access()).toEqual(ours);
    turnOnSync(calendarPanel(workspace));
    passHours(workspace, 25);
    page.open('People').press('Sync all users');
    workspace.advance(MINUTE_MS);
    expect(access()).toEqual(ours);
    for (const person of [ANNA, NOORA, JOHANNA])
      expect(() => new WorkbookByHand(workspace, person, fileId).rows('People')).toThrow(
        expect.objectContaining({ code: 403 }),
      );
  });

  test('lies in no folder that is shared, and whoever else can open it is named to people before they start [Att28]', () => {
    const { parents } = workspace.act(ADMIN, 'drive.files.get', {
      fileId,
      fields: 'parents',
    }) as { readonly parents: readonly string[] };
    const { id: root } = workspace.act(ADMIN, 'drive.files.get', {
      fileId: 'root',
      fields: 'id',
    }) as {
      readonly id: string;
    };
    expect(parents).toEqual([root]);
    expect(lookAhead(calendarPanel(workspace, ANNA)).text).toContain(
      `2 people can open the workbook: ${ADMIN}, ${PETRI}.`,
    );
    const body = { name: 'Everybody’s', mimeType: 'application/vnd.google-apps.folder' };
    const folder = workspace.act(ADMIN, 'drive.files.create', {}, body) as { readonly id: string };
    const reader = { type: 'user', role: 'reader', emailAddress: NOORA };
    workspace.act(ADMIN, 'drive.permissions.create', { fileId: folder.id }, reader);
    workspace.act(ADMIN, 'drive.files.update', {
      fileId,
      addParents: folder.id,
      removeParents: root,
    });
    expect(new WorkbookByHand(workspace, NOORA, fileId).rows('People').length).toBeGreaterThan(5);
    expect(lookAhead(calendarPanel(workspace, JOHANNA)).text).toMatch(
      /3 people can open the workbook: .*noora\.saari@havu\.example/,
    );
  });
});

describe('the exported log', () => {
  const workspace = preparedWorkspace();
  finalize(workspace);

  test('names applications in its sentences by their names, and by an id only where they have none [Att27]', () => {
    logged(workspace, { app: 'Named', client: 'id-of-named.apps.example' });
    logged(workspace, { app: '', client: 'id-of-nameless.apps.example' });
    workspace.advance(DAY_MS, { runDueTriggers: false });
    const sheet = new AuditSheet(workspace).give();
    sheet.export();
    const said = (id: string) =>
      sheet.rows.find((row) => row['Application ID'] === id)!['Description'];
    expect(said('id-of-named.apps.example')).toBe(`${ADMIN} authorized access to Named`);
    expect(said('id-of-nameless.apps.example')).toContain('id-of-nameless.apps.example');
  });

  test('in a folder that others can open is said to be readable by them, though the file itself is shared with nobody [Att28]', () => {
    const sheet = new AuditSheet(workspace).give();
    expect(sheet.export()).not.toContain('Everybody who can open this spreadsheet');
    const body = { name: 'Shared', mimeType: 'application/vnd.google-apps.folder' };
    const folder = workspace.act(ADMIN, 'drive.files.create', {}, body) as { readonly id: string };
    const reader = { type: 'user', role: 'reader', emailAddress: ANNA };
    workspace.act(ADMIN, 'drive.permissions.create', { fileId: folder.id }, reader);
    sheet.drive('files.update', { addParents: folder.id });
    expect(sheet.export()).toContain('Everybody who can open this spreadsheet can read the rows.');
  });
});
