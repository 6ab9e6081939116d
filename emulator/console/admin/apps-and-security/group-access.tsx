import { useState } from 'preact/hooks';
import { Field } from '../../shell/field';
import type { Group } from './directory-lists';
import type { UserAccess } from './marketplace-client';

/** The groups for which an app is on, and a way to add one. */
export function GroupAccess({
  groups,
  access,
  changes,
  change,
}: {
  readonly groups: readonly Group[];
  readonly access: UserAccess;
  /** Unsaved changes, by group id. */
  readonly changes: Readonly<Record<string, 'on' | 'off'>>;
  /** Null where the choice equals the saved one. */
  readonly change: (groupId: string, says: 'on' | 'off' | null) => void;
}) {
  const [address, setAddress] = useState('');
  const isSaved = (id: string) => access.groups.includes(id);
  const isOn = ({ id }: Group) => (changes[id] ?? (isSaved(id) ? 'on' : 'off')) === 'on';
  const turn = ({ id }: Group, on: boolean) =>
    change(id, on === isSaved(id) ? null : on ? 'on' : 'off');
  const on = groups.filter(isOn);
  const named = groups.find(({ email }) => email === address.trim().toLowerCase());
  return (
    <div class="panel">
      {on.length === 0 && <p class="soft">It is not turned on for any group.</p>}
      {on.map((group) => (
        <div class="toolbar" key={group.id}>
          <span class="grow">
            {group.name}
            <br />
            <span class="soft">{group.email}</span>
          </span>
          <button
            type="button"
            class="button"
            aria-label={`Turn off for ${group.email}`}
            onClick={() => turn(group, false)}
          >
            Turn off
          </button>
        </div>
      ))}
      <Field
        label="Group address"
        list="group-addresses"
        value={address}
        onInput={({ currentTarget }) => setAddress(currentTarget.value)}
        {...(address !== '' && !named && { hint: 'No group has this address.' })}
      />
      <datalist id="group-addresses">
        {groups
          .filter((group) => !isOn(group))
          .map(({ id, email, name }) => (
            <option key={id} value={email}>
              {name}
            </option>
          ))}
      </datalist>
      <button
        type="button"
        class="button outlined"
        disabled={!named || isOn(named)}
        onClick={() => {
          turn(named!, true);
          setAddress('');
        }}
      >
        Turn on for this group
      </button>
    </div>
  );
}
