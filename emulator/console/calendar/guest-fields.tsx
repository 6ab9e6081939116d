import { useEffect, useId, useState } from 'preact/hooks';
import { accounts, type Account } from '../shell/accounts';
import { Choice } from '../shell/field';
import { Icon } from '../shell/icon';
import { GuestName } from './guest-list';
import type { FormPart } from './when-fields';

/** Who is invited, and what guests may do. */
export function GuestFields({
  draft,
  change,
  organizer,
}: FormPart & { /** Whoever looks decides what guests may do. */ readonly organizer: boolean }) {
  const { guests } = draft;
  return (
    <>
      <AddGuest
        add={(email) =>
          guests.some((guest) => guest.email === email) ||
          change({ guests: [...guests, { email, responseStatus: 'needsAction' }] })
        }
      />
      <ul class="guests" aria-label="Guests">
        {guests.map((guest) => (
          <li key={guest.email}>
            <GuestName guest={guest} />
            {!guest.organizer && (
              <>
                <button
                  type="button"
                  class="button optional"
                  aria-pressed={guest.optional ?? false}
                  aria-label={`Optional: ${guest.email}`}
                  onClick={() =>
                    change({
                      guests: guests.map((one) =>
                        one === guest ? { ...one, optional: !one.optional } : one,
                      ),
                    })
                  }
                >
                  Optional
                </button>
                <button
                  type="button"
                  class="button icon"
                  aria-label={`Remove ${guest.email}`}
                  title="Remove"
                  onClick={() => change({ guests: guests.filter((one) => one !== guest) })}
                >
                  <Icon name="close" />
                </button>
              </>
            )}
          </li>
        ))}
      </ul>
      {organizer && (
        <fieldset class="permissions">
          <legend>Guest permissions</legend>
          <Choice
            label="Modify event"
            checked={draft.guestsCanModify}
            onChange={({ currentTarget: { checked } }) => change({ guestsCanModify: checked })}
          />
          <Choice
            label="Invite others"
            checked={draft.guestsCanInviteOthers || draft.guestsCanModify}
            disabled={draft.guestsCanModify}
            onChange={({ currentTarget: { checked } }) =>
              change({ guestsCanInviteOthers: checked })
            }
          />
          <Choice
            label="See guest list"
            checked={draft.guestsCanSeeOtherGuests || draft.guestsCanModify}
            disabled={draft.guestsCanModify}
            onChange={({ currentTarget: { checked } }) =>
              change({ guestsCanSeeOtherGuests: checked })
            }
          />
        </fieldset>
      )}
    </>
  );
}

/** An address field with suggestions of everybody in this Workspace. Enter adds it. */
function AddGuest({ add }: { readonly add: (email: string) => unknown }) {
  const id = useId();
  const [people, setPeople] = useState<readonly Account[]>([]);
  const [problem, setProblem] = useState('');
  useEffect(() => void accounts().then(setPeople, () => {}), []);
  const take = (input: HTMLInputElement) => {
    const email = input.value.trim().toLowerCase();
    if (email === '') return;
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return setProblem('Enter an email address.');
    setProblem('');
    input.value = '';
    add(email);
  };
  return (
    <div class="field">
      <label class="label" for={id}>
        Add guests
      </label>
      <input
        id={id}
        type="text"
        inputMode="email"
        autocomplete="off"
        list={`${id}-people`}
        placeholder="Name or email"
        aria-invalid={problem !== ''}
        aria-describedby={`${id}-problem`}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ',') return;
          event.preventDefault();
          take(event.currentTarget);
        }}
        onChange={({ currentTarget }) => take(currentTarget)}
      />
      <datalist id={`${id}-people`}>
        {people.map(({ email, name }) => (
          <option key={email} value={email}>
            {name}
          </option>
        ))}
      </datalist>
      <span class="problem" id={`${id}-problem`} role="alert">
        {problem}
      </span>
    </div>
  );
}
