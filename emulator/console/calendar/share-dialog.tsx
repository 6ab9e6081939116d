import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../shell/icon';
import { Loaded, Problem, useLoaded } from '../shell/loading';
import type { CalendarClient } from './calendar-client';
import { nameOf, type AclRule, type CalendarEntry } from './event-resource';
import { Select } from './select';

const ROLES = [
  { value: 'freeBusyReader', label: 'See only free/busy (hide details)' },
  { value: 'reader', label: 'See all event details' },
  { value: 'writer', label: 'Make changes to events' },
  { value: 'owner', label: 'Make changes and manage sharing' },
];
const NOBODY = { value: 'none', label: 'No access' };
/** Everybody at once cannot get the right to make changes. */
const FOR_ALL = [NOBODY, ...ROLES.slice(0, 2)];

/** Who sees a calendar, and how much of it. Every change takes effect at once. */
export function ShareDialog({
  entry,
  client,
  close,
}: {
  readonly entry: CalendarEntry;
  readonly client: CalendarClient;
  readonly close: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const [error, setError] = useState<Error>();
  const rules = useLoaded(() => client.rules(entry.id), [client, entry.id]);
  const write = (work: Promise<unknown>) => {
    setError(undefined);
    void work.then(
      () => rules.reload(),
      (refused: Error) => setError(refused),
    );
  };
  const set = (scope: AclRule['scope'], role: string, ruleId?: string) =>
    write(
      role === 'none' && ruleId
        ? client.unshare(entry.id, ruleId)
        : client.share(entry.id, scope, role),
    );
  const domain = client.account.split('@')[1]!;
  return (
    <dialog class="dialog" ref={dialog} aria-labelledby="share-title" onClose={close}>
      <div>
        <header>
          <h1 id="share-title">Share {nameOf(entry)}</h1>
        </header>
        <div class="body">
          {error && <Problem error={error} />}
          <Loaded of={rules}>
            {(all) => (
              <>
                <h2>Access permissions for events</h2>
                <ForAll
                  label={`Available for ${domain}`}
                  scope={{ type: 'domain', value: domain }}
                  rules={all}
                  set={set}
                />
                <ForAll
                  label="Available to public"
                  scope={{ type: 'default' }}
                  rules={all}
                  set={set}
                />
                <h2>Shared with</h2>
                <People rules={all} owner={client.account} set={set} />
                <AddPerson add={(email, role) => set({ type: 'user', value: email }, role)} />
              </>
            )}
          </Loaded>
        </div>
        <footer>
          <button type="button" class="button filled" onClick={() => dialog.current?.close()}>
            Done
          </button>
        </footer>
      </div>
    </dialog>
  );
}

type SetRole = (scope: AclRule['scope'], role: string, ruleId?: string) => void;

function ForAll({
  label,
  scope,
  rules,
  set,
}: {
  readonly label: string;
  readonly scope: AclRule['scope'];
  readonly rules: readonly AclRule[];
  readonly set: SetRole;
}) {
  const rule = rules.find(({ scope: { type } }) => type === scope.type);
  return (
    <Select
      label={label}
      value={rule?.role ?? 'none'}
      options={FOR_ALL}
      change={(role) => set(rule?.scope ?? scope, role, rule?.id)}
    />
  );
}

function People({
  rules,
  owner,
  set,
}: {
  readonly rules: readonly AclRule[];
  readonly owner: string;
  readonly set: SetRole;
}) {
  const people = rules.filter(({ scope: { type } }) => type === 'user' || type === 'group');
  return (
    <ul class="shared-with" aria-label="Shared with">
      {people.map(({ id, scope, role }) => (
        <li key={id}>
          <Select
            label={scope.value ?? ''}
            value={role}
            options={ROLES}
            disabled={scope.value === owner}
            change={(next) => set(scope, next)}
          />
          {scope.value !== owner && (
            <button
              type="button"
              class="button icon"
              aria-label={`Remove ${scope.value}`}
              onClick={() => set(scope, 'none', id)}
            >
              <Icon name="close" />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function AddPerson({ add }: { readonly add: (email: string, role: string) => void }) {
  const [role, setRole] = useState('reader');
  return (
    <form
      class="add-person"
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        const email = String(new FormData(form).get('email')).trim();
        if (email) add(email, role);
        form.reset();
      }}
    >
      <div class="field">
        <label class="label" for="share-email">
          Add people or groups
        </label>
        <input id="share-email" name="email" type="email" required autocomplete="off" />
      </div>
      <Select label="Permission" value={role} options={ROLES} change={setRole} />
      <button type="submit" class="button outlined">
        Add
      </button>
    </form>
  );
}
