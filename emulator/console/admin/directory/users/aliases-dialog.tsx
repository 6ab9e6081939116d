import { useState } from 'preact/hooks';
import { Dialog } from '../../../shell/dialog';
import { Problem } from '../../../shell/loading';
import { toast } from '../../../shell/toast';
import { act } from '../../../shell/workspace-client';
import { AddressField, addressIn } from '../address-field';
import type { OfUser } from './of-user';

/** Alternate email addresses (email alias): the existing ones, each removable, and one to add. */
export function AliasesDialog({
  account,
  user,
  onChanged,
  close,
}: OfUser & { readonly close: () => void }) {
  const [error, setError] = useState<Error>();
  const add = async (form: FormData) => {
    const alias = addressIn(form);
    await act(account, 'directory.users.aliases.insert', { userKey: user.id }, { alias });
    toast(`${alias} was added.`);
    await onChanged();
  };
  const remove = async (alias: string) => {
    setError(undefined);
    try {
      await act(account, 'directory.users.aliases.delete', { userKey: user.id, alias });
      toast(`${alias} was removed.`);
      await onChanged();
    } catch (refused) {
      setError(refused as Error);
    }
  };
  return (
    <Dialog title="Alternate email addresses" action="Add" close={close} submit={add}>
      {error && <Problem error={error} />}
      <p class="soft">Mail sent to these addresses arrives in the user's inbox. Up to 30.</p>
      <ul class="plain-list">
        {(user.aliases ?? []).map((alias) => (
          <li key={alias}>
            <span>{alias}</span>
            <button
              type="button"
              class="button danger"
              aria-label={`Remove ${alias}`}
              onClick={() => void remove(alias)}
            >
              Remove
            </button>
          </li>
        ))}
        {(user.nonEditableAliases ?? []).map((alias) => (
          <li key={alias}>
            <span>{alias}</span>
            <span class="soft">Comes with the domain</span>
          </li>
        ))}
      </ul>
      <AddressField account={account} label="Alternate email" />
    </Dialog>
  );
}
