import { useEffect, useState } from 'preact/hooks';
import { accounts, type Account } from '../shell/accounts';
import { Dialog } from '../shell/dialog';
import { Field } from '../shell/field';
import { toast } from '../shell/toast';
import type { CalendarClient } from './calendar-client';
import type { CalendarHome } from './calendar-home';
import type { PaneAction } from './calendars-pane';
import { nameOf } from './event-resource';
import { CalendarSettings, Preferences } from './calendar-settings';
import { ShareDialog } from './share-dialog';

interface DialogProps {
  readonly client: CalendarClient;
  readonly home: CalendarHome;
  readonly close: () => void;
  /** Reloads after the list changed. */
  readonly onChanged: () => Promise<void>;
}

/** The dialog for what a person chose in the list of calendars. */
export function CalendarDialog({
  action,
  ...props
}: DialogProps & { readonly action: PaneAction }) {
  switch (action.kind) {
    case 'subscribe':
      return <Subscribe {...props} />;
    case 'create':
      return <Create {...props} />;
    case 'preferences':
      return <Preferences {...props} />;
    case 'settings':
      return <CalendarSettings entry={action.entry} {...props} />;
    case 'share':
      return <ShareDialog entry={action.entry} {...props} />;
    case 'remove':
      return <Remove entry={action.entry} {...props} />;
  }
}

function Subscribe({ client, close, onChanged }: DialogProps) {
  const [people, setPeople] = useState<readonly Account[]>([]);
  useEffect(() => void accounts().then(setPeople, () => {}), []);
  const submit = async (form: FormData) => {
    const entry = await client.subscribe(String(form.get('id')).trim());
    toast(`${nameOf(entry)} added`);
    await onChanged();
  };
  return (
    <Dialog title="Subscribe to calendar" action="Add calendar" close={close} submit={submit}>
      <Field
        label="Person or calendar"
        name="id"
        required
        autocomplete="off"
        list="calendar-people"
        hint="The email address of a colleague, or a calendar ID. You see as much as its sharing lets you."
      />
      <datalist id="calendar-people">
        {people.map(({ email, name }) => (
          <option key={email} value={email}>
            {name}
          </option>
        ))}
      </datalist>
    </Dialog>
  );
}

function Create({ client, home, close, onChanged }: DialogProps) {
  const submit = async (form: FormData) => {
    const description = String(form.get('description'));
    await client.createCalendar({
      summary: String(form.get('summary')),
      ...(description && { description }),
      timeZone: home.zone,
    });
    toast('Calendar created');
    await onChanged();
  };
  return (
    <Dialog title="Create new calendar" action="Create calendar" close={close} submit={submit}>
      <Field label="Name" name="summary" required autocomplete="off" />
      <Field label="Description" name="description" rows={3} />
    </Dialog>
  );
}

function Remove({
  entry,
  client,
  close,
  onChanged,
}: DialogProps & { readonly entry: Extract<PaneAction, { entry: object }>['entry'] }) {
  const name = nameOf(entry);
  const isOwn = entry.accessRole === 'owner';
  const submit = async () => {
    await (isOwn ? client.deleteCalendar(entry.id) : client.unsubscribe(entry.id));
    toast(isOwn ? `${name} deleted` : `${name} removed from your list`);
    await onChanged();
  };
  return (
    <Dialog
      title={isOwn ? `Permanently delete ${name}?` : `Remove ${name}?`}
      action={isOwn ? 'Permanently delete' : 'Remove calendar'}
      danger
      close={close}
      submit={submit}
    >
      <p>
        {isOwn
          ? 'The calendar and its events are deleted for everyone who has access to it.'
          : 'You will no longer see its events. You can add it again later.'}
      </p>
    </Dialog>
  );
}
