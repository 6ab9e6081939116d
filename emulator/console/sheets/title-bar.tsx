import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../shell/icon';
import { addressOf } from '../shell/place';
import { renameFile } from './drive-files';
import type { FileTask } from './file-dialogs';
import { Menu } from './menu';
import type { OpenSpreadsheet } from './open-spreadsheet';
import {
  dataMenu,
  editMenu,
  fileMenu,
  formatMenu,
  insertMenu,
  type MenuHands,
} from './sheet-menus';

const MENUS = [
  ['File', fileMenu],
  ['Edit', editMenu],
  ['Insert', insertMenu],
  ['Format', formatMenu],
  ['Data', dataMenu],
] as const;

/** The spreadsheet's title, its menus, and the way to share it. */
export function TitleBar({
  open,
  hands,
  fileTask,
}: {
  readonly open: OpenSpreadsheet;
  readonly hands: MenuHands;
  readonly fileTask: (task: FileTask) => void;
}) {
  const { account, file } = open;
  const { canShare, canComment } = file!.capabilities;
  return (
    <header class="title-bar">
      <a class="button icon" href={addressOf(account, 'sheets')} aria-label="All spreadsheets">
        <Icon name="back" />
      </a>
      <div class="title-and-menus">
        <div class="title-line">
          <Title open={open} />
          <span class="soft saving" role="status">
            {open.saving > 0 ? 'Saving…' : ''}
          </span>
          {!open.canEdit && <span class="chip">{canComment ? 'Comment only' : 'View only'}</span>}
        </div>
        <div class="menu-bar" role="group" aria-label="Menus">
          {MENUS.map(([label, items]) => (
            <Menu key={label} label={label} face={label} items={items(hands)} />
          ))}
        </div>
      </div>
      <button
        type="button"
        class="button filled share"
        disabled={!canShare}
        onClick={() => fileTask('share')}
      >
        Share
      </button>
    </header>
  );
}

/** The title, which is renamed in place. */
function Title({ open }: { readonly open: OpenSpreadsheet }) {
  const { name, capabilities } = open.file!;
  const [text, setText] = useState(name);
  useEffect(() => setText(name), [name]);
  const commit = async () => {
    const title = text.trim();
    if (title === '' || title === name) return setText(name);
    if (!(await open.change(() => renameFile(open.account, open.id, title)))) setText(name);
  };
  return (
    <h1 class="sheet-title">
      <input
        type="text"
        aria-label="Spreadsheet title"
        value={text}
        size={Math.min(60, Math.max(8, text.length))}
        readOnly={!capabilities.canRename}
        spellcheck={false}
        autocomplete="off"
        onInput={(event) => setText(event.currentTarget.value)}
        onBlur={() => void commit()}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key === 'Escape') setText(name);
        }}
      />
    </h1>
  );
}
