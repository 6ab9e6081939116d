import { grantFileAccess } from '../../emulator/workspace/drive/app-access';
import { ANNA } from '../support/small-company';
import { googleScript } from './in-google';

describe('the open event', () => {
  const workspaceWith = () => {
    const workspace = googleScript(
      `function f(id) { return G.readOpenEvent({ calendarId: '${ANNA}', eventId: id }) }`,
    );
    const { id } = workspace.act(
      ANNA,
      'calendar.events.insert',
      { calendarId: 'primary' },
      {
        summary: 'Fair',
        start: { date: '2026-03-03' },
        end: { date: '2026-03-04' },
      },
    ) as { id: string };
    return { workspace, id };
  };
  const read = (as: string, pick: (id: string) => string) => {
    const { workspace, id } = workspaceWith();
    return workspace.run('f', { as, parameters: [pick(id)] }).value;
  };

  test('is read with the person’s own rights', () => {
    expect(read(ANNA, (id) => id)).toMatchObject({
      ok: true,
      value: { summary: 'Fair', organizer: { self: true } },
    });
  });

  test.each([
    ['that was never saved', ''],
    ['that is not there', 'nothing12345'],
  ])('%s is not found', (_, id) => {
    expect(read(ANNA, () => id)).toEqual({ ok: false, failure: { kind: 'not-found', id } });
  });
});

test('a file that the person has not given is not found; once it is given, it can be written', () => {
  const workspace = googleScript(
    `function f(id) { return G.exportSheet(id, 'OAuth log').make(['Date']) }`,
  );
  const { spreadsheetId: fileId } = workspace.act(
    ANNA,
    'sheets.spreadsheets.create',
    {},
    {
      properties: { title: 'Mine' },
    },
  ) as { spreadsheetId: string };
  const run = () => workspace.run('f', { as: ANNA, parameters: [fileId] }).value;
  expect(run()).toMatchObject({ ok: false, failure: { id: fileId } });
  grantFileAccess(workspace, {
    clientId: workspace.installed!.record.clientId,
    userId: '100000000000000000001',
    fileId,
  });
  expect(run()).toEqual({ ok: true, value: null });
});
