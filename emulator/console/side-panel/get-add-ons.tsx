import { useState } from 'preact/hooks';
import { Loaded, Problem, useLoaded } from '../shell/loading';
import { Dialog } from '../shell/dialog';
import { toast } from '../shell/toast';
import { admin } from '../shell/workspace-client';

interface Listing {
  readonly applicationId: string;
  readonly clientId?: string;
  readonly name: string;
  readonly scopes: readonly string[];
  /** Whether an administrator installed it for this person. */
  readonly isOn: boolean;
  readonly individualInstall: boolean;
}

/** The Marketplace as the rail opens it: people install for themselves. */
export function GetAddOns({
  account,
  close,
}: {
  readonly account: string;
  readonly close: () => void;
}) {
  const listings = useLoaded(
    () => admin<{ listings: readonly Listing[] }>(account, 'marketplace.list'),
    [account],
  );
  const [error, setError] = useState<Error>();
  const change = async (action: string, { applicationId, name }: Listing) => {
    setError(undefined);
    try {
      await admin(account, action, { applicationId });
      toast(
        action.endsWith('individualInstall') ? `${name} is installed.` : `${name} was removed.`,
      );
      await listings.reload();
    } catch (refused) {
      setError(refused as Error);
    }
  };
  return (
    <Dialog title="Google Workspace Marketplace" action="Done" close={close} submit={() => {}}>
      {error && <Problem error={error} />}
      <Loaded of={listings}>
        {({ listings: found }) =>
          found.length === 0 ? (
            <p class="empty">No apps are published here.</p>
          ) : (
            found.map((listing) => (
              <div class="toolbar" key={listing.applicationId}>
                <span class="grow">
                  {listing.name}
                  <br />
                  <span class="soft">{statusOf(listing)}</span>
                </span>
                {listing.individualInstall ? (
                  <button
                    type="button"
                    class="button danger"
                    onClick={() => void change('marketplace.individualUninstall', listing)}
                  >
                    Uninstall
                  </button>
                ) : (
                  <button
                    type="button"
                    class="button outlined"
                    disabled={listing.isOn}
                    onClick={() => void change('marketplace.individualInstall', listing)}
                  >
                    Install
                  </button>
                )}
              </div>
            ))
          )
        }
      </Loaded>
    </Dialog>
  );
}

const statusOf = ({ isOn, individualInstall }: Listing): string => {
  if (isOn) return 'Installed by your administrator';
  return individualInstall ? 'Installed by you' : 'Not installed';
};
