// What one event costs: the requests that a run of the built add-on makes of the workbook.
import type { LocalWorkspace } from '../../emulator/local-workspace';
import { addRow, ANNA, backTo, MINUTE_MS } from './company';
import { calendarScenario } from './calendar-scenario';

/** Everybody is in step, and nothing is new. */
function inStep(): LocalWorkspace {
  const workspace = backTo(calendarScenario().before);
  workspace.advance(10 * MINUTE_MS);
  return workspace;
}

/** Requests to the workbook in the next minute, by method. */
function requestsOf(workspace: LocalWorkspace): { reads: string[]; writes: string[] } {
  const from = workspace.traffic.calls.length;
  workspace.advance(MINUTE_MS);
  const methods = workspace.traffic.calls
    .slice(from)
    .map(({ method }) => method)
    .filter((method) => /^(sheets|drive)\./.test(method));
  const isWrite = (method: string): boolean => /batchUpdate|append|values\.update/.test(method);
  return {
    reads: methods.filter((method) => !isWrite(method)),
    writes: methods.filter(isWrite),
  };
}

const IDLE = {
  reads: ['drive.files.get', 'sheets.spreadsheets.values.batchGet'],
  writes: [],
};

test('a cycle in which nothing happened is one request to Drive and one to Sheets [Inv3]', () => {
  const workspace = inStep();
  expect(requestsOf(workspace)).toEqual(IDLE);
});

test('an event that is new in Google costs at most four reads and three writes of the workbook, and the next cycle is idle', () => {
  const workspace = inStep();
  const body = {
    summary: 'One more',
    start: { dateTime: '2026-03-26T09:00:00Z' },
    end: { dateTime: '2026-03-26T10:00:00Z' },
  };
  workspace.act(ANNA, 'calendar.events.insert', { calendarId: 'primary' }, body);
  const { reads, writes } = requestsOf(workspace);
  expect(writes.length).toBeGreaterThan(0);
  expect([reads.length, writes.length]).toEqual([4, 3]);
  expect(requestsOf(workspace)).toEqual(IDLE);
});

test('a row that somebody typed costs at most four reads and three writes; the next cycle meets the copy in Google, the one after is idle', () => {
  const workspace = inStep();
  addRow(workspace, 'Activities', {
    Name: 'One more',
    Owner: ANNA,
    Start: '2026-03-27 09:00',
    End: '2026-03-27 10:00',
    'Time zone': 'Etc/UTC',
  });
  const { reads, writes } = requestsOf(workspace);
  expect(writes.length).toBeGreaterThan(0);
  expect(reads.length).toBeLessThanOrEqual(4);
  expect(writes.length).toBeLessThanOrEqual(3);
  requestsOf(workspace);
  expect(requestsOf(workspace)).toEqual(IDLE);
});
