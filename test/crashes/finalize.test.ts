// Finalizing, killed at each of its calls from where it begins to make things: pressed again, it completes, with one workbook.
import type { LocalWorkspace } from '../../emulator/local-workspace';
import type { Fault } from '../../emulator/runtime/faults';
import { ADMIN, preparedWorkspace } from '../support/set-up';
import { AdminPage } from '../support/tandem';
import { backTo, momentOf } from './company';

const SPREADSHEET = 'application/vnd.google-apps.spreadsheet';

const workbooksIn = ({ state }: LocalWorkspace): readonly string[] =>
  Object.values(state.drive.files)
    .filter(({ mimeType }) => mimeType === SPREADSHEET)
    .map(({ id }) => id);

const sheetsIn = ({ state }: LocalWorkspace, id: string): readonly string[] =>
  state.sheets.spreadsheets[id]!.sheets.map(({ title }) => title);

const triggersIn = ({ installed }: LocalWorkspace): readonly string[] =>
  installed!.record.triggers.map(({ handler }) => handler);

/** Presses Finalize on a page that has been prepared; what kills the execution is as if nothing was answered. */
function press(workspace: LocalWorkspace): AdminPage {
  const page = new AdminPage(workspace, ADMIN)
    .open()
    .press('Install')
    .press('I am an administrator');
  return page.press('Finalize Google Workspace sync');
}

const prepared = momentOf(preparedWorkspace());

/** The calls of Finalize alone, in their order. */
const methods = ((): string[] => {
  const workspace = backTo(prepared);
  const page = new AdminPage(workspace, ADMIN)
    .open()
    .press('Install')
    .press('I am an administrator');
  const { faults } = workspace;
  const next = faults.next.bind(faults);
  const seen: string[] = [];
  faults.next = (method) => {
    seen.push(method);
    return next(method);
  };
  page.press('Finalize Google Workspace sync');
  return seen;
})();

const calm = backTo(prepared);
press(calm);
const [calmBook] = workbooksIn(calm);

const firstMade = methods.findIndex((method) => method === 'drive.files.list');
const points = methods
  .map((method, index) => ({ method, at: index + 1 }))
  .slice(methods.indexOf('drive.files.create'));

test('finalizing makes things only after all checks, in so many calls', () => {
  expect(firstMade).toBeGreaterThan(5);
  expect(points.length).toBeGreaterThan(8);
  expect(points.length).toBeLessThan(90);
});

/** What is left when Finalize was struck at this call, and pressed again. */
function pressedAgain(at: number, fault: Fault): string[] {
  const workspace = backTo(prepared);
  const page = new AdminPage(workspace, ADMIN)
    .open()
    .press('Install')
    .press('I am an administrator');
  workspace.faults.plan([{ at, when: 'after', fault }]);
  try {
    page.press('Finalize Google Workspace sync');
  } catch {
    // Killed: nothing was answered.
  }
  workspace.faults.plan([]);
  const again = new AdminPage(workspace, ADMIN).open();
  const go = again.buttons().find((text) => /^(Finalize|Retry)/.test(text));
  if (go !== undefined) again.press(go);
  const books = workbooksIn(workspace);
  const done = again.open();
  return [
    ...(books.length === 1 ? [] : [`${books.length} workbooks`]),
    ...(done.text.includes('Organization\nhavu.example')
      ? []
      : [`the page says ${done.text.slice(0, 200)}`]),
    ...(JSON.stringify(books.map((id) => sheetsIn(workspace, id))) ===
    JSON.stringify([sheetsIn(calm, calmBook!)])
      ? []
      : [`sheets ${books.map((id) => sheetsIn(workspace, id).join(', ')).join(' | ')}`]),
    ...(triggersIn(workspace).join() === triggersIn(calm).join()
      ? []
      : [`triggers ${triggersIn(workspace).join()}`]),
  ];
}

test.each([
  ['killed', { kind: 'kill' }],
  [
    'left without an answer',
    { kind: 'error', code: 503, reason: 'backendError', message: 'Backend Error' },
  ],
] as const)(
  '%s after any call, finalizing completes when it is pressed again, with one workbook and one runner',
  (_, fault) => {
    const differing = points.flatMap(({ at, method }) =>
      pressedAgain(at, fault).map((what) => `after call ${at}, ${method}: ${what}`),
    );
    expect(differing).toEqual([]);
  },
);

test('the workbook that is left by a kill is marked as the organization’s from its first moment', () => {
  const { state } = calm;
  const { clientId } = calm.installed!.record;
  expect(state.drive.files[calmBook!]!.appProperties[clientId]).toEqual({
    tandemCustomer: 'C01havu7k',
  });
});
