// Finalizing, killed at each of its calls from where it begins to make things: pressed again, it completes, with one workbook.
import type { LocalWorkspace } from '../../emulator/local-workspace';
import type { Fault } from '../../emulator/runtime/faults';
import { ADMIN, DAY_MS, preparedWorkspace } from '../support/set-up';
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
  const page = new AdminPage(workspace, ADMIN).open();
  return page.press('Finalize Google Workspace sync');
}

/** A day after Google's own steps, so that they hold in a copy with Google's delays too. */
const prepared = ((): ReturnType<typeof momentOf> => {
  const workspace = preparedWorkspace();
  workspace.advance(DAY_MS);
  return momentOf(workspace);
})();

/** The calls of Finalize alone, in their order. */
const methods = ((): string[] => {
  const workspace = backTo(prepared);
  const page = new AdminPage(workspace, ADMIN).open();
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

/** What changes something: a kill after a call that only reads leaves what a kill after the call before it left. */
const CHANGES = /create|update|delete|set|put/i;

const firstLookedFor = methods.indexOf('drive.files.list');
const points = methods
  .map((method, index) => ({ method, at: index + 1 }))
  .slice(methods.indexOf('drive.files.create'))
  .filter(({ method }) => CHANGES.test(method));

/** The calls that Google answers, so that it may also answer with a refusal. */
const answered = points.filter(({ method }) => /^(drive|sheets|script)\./.test(method));

test('finalizing makes things only after all checks, in so many calls', () => {
  expect(firstLookedFor).toBeGreaterThan(5);
  expect(points.length).toBeGreaterThan(8);
  expect(points.length).toBeLessThan(30);
  expect(answered.map(({ method }) => method)).toEqual([
    'drive.files.create',
    'sheets.spreadsheets.batchUpdate',
    'drive.permissions.create',
    'script.createTrigger',
  ]);
});

/** What is left when Finalize was struck at this call, and pressed again. */
function pressedAgain(at: number, fault: Fault): string[] {
  const workspace = backTo(prepared);
  const page = new AdminPage(workspace, ADMIN).open();
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
  ['killed', points, { kind: 'kill' }],
  [
    'left without an answer',
    answered,
    { kind: 'error', code: 503, reason: 'backendError', message: 'Backend Error' },
  ],
] as const)(
  '%s after any call that changes something, finalizing completes when it is pressed again, with one workbook and one runner',
  (_, struck, fault) => {
    const differing = struck.flatMap(({ at, method }) =>
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
