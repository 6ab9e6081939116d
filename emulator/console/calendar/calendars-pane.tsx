import './calendars-pane.css';
import type { ComponentChildren } from 'preact';
import { Icon } from '../shell/icon';
import { Popup } from '../shell/popup';
import { EventIcon } from './event-icon';
import type { CalendarEntry } from './event-resource';
import { nameOf } from './event-resource';

/** An action on the list of calendars. */
export type PaneAction =
  | { readonly kind: 'subscribe' }
  | { readonly kind: 'create' }
  | { readonly kind: 'preferences' }
  | { readonly kind: 'settings' | 'share' | 'remove'; readonly entry: CalendarEntry };

interface PaneProps {
  readonly calendars: readonly CalendarEntry[];
  readonly show: (entry: CalendarEntry, shown: boolean) => void;
  readonly act: (action: PaneAction) => void;
}

/** The calendars in a person's list: their own, then others'. */
export function CalendarsPane(props: PaneProps) {
  const { calendars, act } = props;
  const own = calendars
    .filter(({ accessRole }) => accessRole === 'owner')
    .sort((a, b) => Number(b.primary ?? false) - Number(a.primary ?? false));
  return (
    <div class="calendar-lists">
      <Group title="My calendars" entries={own} {...props}>
        <button
          type="button"
          class="button icon"
          aria-label="Settings"
          onClick={() => act({ kind: 'preferences' })}
        >
          <EventIcon name="settings" />
        </button>
      </Group>
      <Group
        title="Other calendars"
        entries={calendars.filter((entry) => !own.includes(entry))}
        {...props}
      >
        <Popup label="Add other calendars" face={<Icon name="add" />}>
          {(close) => (
            <div onClick={close}>
              <button type="button" class="menu-item" onClick={() => act({ kind: 'subscribe' })}>
                Subscribe to calendar
              </button>
              <button type="button" class="menu-item" onClick={() => act({ kind: 'create' })}>
                Create new calendar
              </button>
            </div>
          )}
        </Popup>
      </Group>
    </div>
  );
}

function Group({
  title,
  entries,
  children,
  ...props
}: PaneProps & {
  readonly title: string;
  readonly entries: readonly CalendarEntry[];
  readonly children: ComponentChildren;
}) {
  return (
    <section aria-label={title}>
      <div class="list-head">
        <h2>{title}</h2>
        {children}
      </div>
      {entries.length === 0 && <p class="soft">None yet.</p>}
      <ul>
        {entries.map((entry) => (
          <Row key={entry.id} entry={entry} {...props} />
        ))}
      </ul>
    </section>
  );
}

function Row({
  entry,
  show,
  act,
}: Omit<PaneProps, 'calendars'> & { readonly entry: CalendarEntry }) {
  const name = nameOf(entry);
  const item = (kind: 'settings' | 'share' | 'remove', label: string) => (
    <button type="button" class="menu-item" onClick={() => act({ kind, entry })}>
      {label}
    </button>
  );
  return (
    <li>
      <label title={name}>
        <input
          type="checkbox"
          checked={entry.selected ?? false}
          style={`accent-color:${entry.backgroundColor}`}
          onChange={({ currentTarget: { checked } }) => show(entry, checked)}
        />
        <span>{name}</span>
      </label>
      <Popup label={`Options for ${name}`} face={<Icon name="more" />}>
        {(close) => (
          <div onClick={close}>
            {item('settings', 'Settings')}
            {entry.accessRole === 'owner' && item('share', 'Share with others')}
            {!entry.primary &&
              item('remove', entry.accessRole === 'owner' ? 'Delete calendar' : 'Unsubscribe')}
          </div>
        )}
      </Popup>
    </li>
  );
}
