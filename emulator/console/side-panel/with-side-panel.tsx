import './side-panel.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../shell/icon';
import { GetAddOns } from './get-add-ons';
import { PanelClient, type AddOnEntry, type Host, type OpenDocument } from './panel-client';
import { SidePanel } from './side-panel';

/** A host with the rail at its right: the add-on's icon, the way to get add-ons, and the panel while it is open. */
export function WithSidePanel({
  account,
  host,
  open,
  addGuests,
  onHostChanged,
  children,
}: {
  readonly account: string;
  readonly host: Host;
  /** The open document; the panel follows it. */
  readonly open: OpenDocument;
  readonly addGuests?: (emails: readonly string[]) => void;
  readonly onHostChanged?: () => void;
  readonly children: ComponentChildren;
}) {
  const [entry, setEntry] = useState<AddOnEntry | null>(null);
  const [shown, setShown] = useState(false);
  const [getting, setGetting] = useState(false);
  const look = () =>
    void new PanelClient(account, host, {}).addOn().then(setEntry, () => setEntry(null));
  useEffect(look, [account, host]);
  const installed = entry?.installed ? entry : null;
  return (
    <div class="with-panel">
      <main class="host">{children}</main>
      {installed && shown ? (
        <SidePanel
          account={account}
          host={host}
          open={open}
          entry={installed}
          close={() => setShown(false)}
          {...(addGuests && { addGuests })}
          {...(onHostChanged && { onHostChanged })}
        />
      ) : (
        <span />
      )}
      <nav class="rail" aria-label="Side panel">
        {installed && (
          <button
            type="button"
            aria-pressed={shown}
            aria-label={installed.name}
            title={installed.name}
            onClick={() => setShown(!shown)}
          >
            {installed.name.slice(0, 1)}
          </button>
        )}
        <hr />
        <button
          type="button"
          aria-label="Get add-ons"
          title="Get add-ons"
          onClick={() => setGetting(true)}
        >
          <Icon name="add" />
        </button>
      </nav>
      {getting && (
        <GetAddOns
          account={account}
          close={() => {
            setGetting(false);
            look();
          }}
        />
      )}
    </div>
  );
}
