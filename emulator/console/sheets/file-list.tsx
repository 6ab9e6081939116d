import { useState } from 'preact/hooks';
import { Icon } from '../shell/icon';
import { Loaded, Problem, useLoaded } from '../shell/loading';
import { addressOf, go } from '../shell/place';
import { Table } from '../shell/table';
import { createSpreadsheet, listSpreadsheets, type DriveFile, type Ownership } from './drive-files';
import { FileDialog, type FileTask } from './file-dialogs';
import { Menu, type MenuItem } from './menu';

const OWNERSHIPS: readonly { readonly value: Ownership; readonly label: string }[] = [
  { value: 'anyone', label: 'Owned by anyone' },
  { value: 'me', label: 'Owned by me' },
  { value: 'not-me', label: 'Not owned by me' },
];

/** A person's spreadsheets: their own, and those that others share with them. */
export function FileList({ account }: { readonly account: string }) {
  const [owned, setOwned] = useState<Ownership>('anyone');
  const [name, setName] = useState('');
  const [task, setTask] = useState<{ file: DriveFile; task: FileTask }>();
  const [error, setError] = useState<Error>();
  const [later, setLater] = useState<readonly DriveFile[]>([]);
  const [token, setToken] = useState<string>();
  const page = useLoaded(async () => {
    const first = await listSpreadsheets(account, { owned, name });
    setLater([]);
    setToken(first.nextPageToken);
    return first.files;
  }, [account, owned, name]);
  const guarded = (work: () => Promise<void>) => {
    setError(undefined);
    work().catch(setError);
  };
  const create = () =>
    guarded(async () => go(addressOf(account, 'sheets', await createSpreadsheet(account))));
  const showMore = () =>
    guarded(async () => {
      const next = await listSpreadsheets(account, { owned, name, pageToken: token });
      setLater((known) => [...known, ...next.files]);
      setToken(next.nextPageToken);
    });
  return (
    <div class="page sheets-list">
      <div class="page-head">
        <h1>Spreadsheets</h1>
        <button type="button" class="button filled" onClick={create}>
          <Icon name="add" /> Blank spreadsheet
        </button>
      </div>
      {error && <Problem error={error} />}
      <div class="toolbar">
        <input
          class="search grow"
          type="search"
          aria-label="Search spreadsheets by name"
          placeholder="Search"
          onChange={(event) => setName(event.currentTarget.value.trim())}
        />
        <select
          class="search file-owner-choice"
          aria-label="Owner"
          value={owned}
          onChange={(event) => setOwned(event.currentTarget.value as Ownership)}
        >
          {OWNERSHIPS.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <Loaded of={page}>
        {(first) => (
          <Files
            account={account}
            files={[...first, ...later]}
            sought={name !== '' || owned !== 'anyone'}
            choose={setTask}
          />
        )}
      </Loaded>
      {token !== undefined && (
        <button type="button" class="button" onClick={showMore}>
          Show more
        </button>
      )}
      {task && (
        <FileDialog
          account={account}
          {...task}
          close={() => setTask(undefined)}
          onDone={() => void page.reload()}
        />
      )}
    </div>
  );
}

function Files({
  account,
  files,
  sought,
  choose,
}: {
  readonly account: string;
  readonly files: readonly DriveFile[];
  readonly sought: boolean;
  readonly choose: (task: { file: DriveFile; task: FileTask }) => void;
}) {
  return (
    <Table
      rows={files}
      keyOf={({ id }) => id}
      empty={
        <p class="empty">
          {sought ? 'No spreadsheets match.' : 'No spreadsheets yet. Start with a blank one.'}
        </p>
      }
      columns={[
        {
          title: 'Name',
          cell: ({ id, name, shared }) => (
            <>
              <a class="row-link" href={addressOf(account, 'sheets', id)}>
                {name}
              </a>
              {shared && <span class="chip">shared</span>}
            </>
          ),
        },
        {
          title: 'Owner',
          class: 'file-owner',
          cell: (file) => (file.ownedByMe ? 'me' : ownerOf(file)),
        },
        {
          title: 'Last modified',
          class: 'file-time',
          cell: ({ modifiedTime }) => timeOf(modifiedTime),
        },
        {
          title: 'Actions',
          titleHidden: true,
          class: 'file-actions',
          cell: (file) => (
            <Menu
              label={`Actions for ${file.name}`}
              face={<Icon name="more" />}
              className="button icon"
              items={actionsOf(file, (task) => choose({ file, task }))}
            />
          ),
        },
      ]}
    />
  );
}

const actionsOf = (file: DriveFile, choose: (task: FileTask) => void): MenuItem[] => [
  { label: 'Rename', disabled: !file.capabilities.canRename, run: () => choose('rename') },
  { label: 'Share', disabled: !file.capabilities.canShare, run: () => choose('share') },
  { label: 'Make a copy', disabled: !file.capabilities.canCopy, run: () => choose('copy') },
  {
    label: 'Move to trash',
    apart: true,
    disabled: !file.capabilities.canTrash,
    run: () => choose('trash'),
  },
];

const ownerOf = ({ owners }: DriveFile): string => owners[0]?.displayName ?? '';

const timeOf = (instant: string): string =>
  new Date(instant).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
