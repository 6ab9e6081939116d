// A company that was brought in; since then people came, changed, were suspended, renamed and deleted.
import type { LocalWorkspace } from '../../emulator/local-workspace';
import { ADMIN, companyHost, MINUTE_MS, momentOf, rowsOf, setUp } from './company';
import type { Scenario } from './sweep';

const COLLEAGUES = [
  'aino',
  'eero',
  'helmi',
  'ilmari',
  'kaisa',
  'lauri',
  'maija',
  'olli',
  'saara',
  'toivo',
] as const;

const DAY_MS = 24 * 60 * MINUTE_MS;

const address = (name: string): string => `${name}@acme.example`;

function whatHappened(workspace: LocalWorkspace): void {
  const act = (method: string, params: object, body: object | null): void =>
    void workspace.act(ADMIN, `directory.users.${method}`, params, body);
  const patched = (name: string, body: object): void =>
    act('patch', { userKey: address(name) }, body);
  for (const name of ['uuno', 'vilma'])
    act(
      'insert',
      {},
      {
        primaryEmail: address(name),
        name: { givenName: name, familyName: 'Example' },
        password: 'correct horse battery staple',
      },
    );
  patched('aino', { organizations: [{ title: 'Head of Sales', primary: true }] });
  patched('eero', { name: { givenName: 'eero', familyName: 'Changed' } });
  patched('helmi', { suspended: true });
  patched('kaisa', { primaryEmail: address('kaisa.renamed') });
  act('delete', { userKey: address('lauri') }, null);
}

export interface DirectoryOutcome {
  readonly people: readonly string[];
  readonly problems: readonly string[];
}

/** What people find, told without ids that chance makes. */
const directoryOutcome = (workspace: LocalWorkspace): DirectoryOutcome => ({
  people: rowsOf(workspace, 'People')
    .filter(({ Email }) => Email !== '')
    .map(({ 'Person id': _, ...row }) => JSON.stringify(Object.entries(row).sort()))
    .sort(),
  problems: rowsOf(workspace, 'Problems').map((row) => JSON.stringify(row)),
});

/** Entries of the journal, told without ids that chance makes. */
const journalOf = (workspace: LocalWorkspace): string[] =>
  rowsOf(workspace, 'Journal')
    .filter(({ When }) => When !== '')
    .map(({ Where, What, Before, After }) => [Where, What, Before, After].join(' | '))
    .sort();

/** Right before the run of the next day. */
export function directoryScenario(
  prepare: (workspace: LocalWorkspace) => void = () => undefined,
): Scenario<DirectoryOutcome> {
  const { workspace } = companyHost(COLLEAGUES);
  setUp(workspace);
  prepare(workspace);
  whatHappened(workspace);
  workspace.advance(DAY_MS - MINUTE_MS, { runDueTriggers: false });
  workspace.advance(MINUTE_MS / 2);
  return { before: momentOf(workspace), outcome: directoryOutcome, journal: journalOf };
}
