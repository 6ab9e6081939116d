import { useState } from 'preact/hooks';
import { Loaded, Problem, useLoaded } from '../../shell/loading';
import { addressOf } from '../../shell/place';
import { toast } from '../../shell/toast';
import { PageHead } from '../../shell/with-navigation';
import { admin } from '../../shell/workspace-client';
import { groups, orgUnits, type Group, type OrgUnit } from './directory-lists';
import { GroupAccess } from './group-access';
import { listing, userAccessText, type Listing, type UserAccess } from './marketplace-client';
import { UnitAccess, type UnitSwitch } from './unit-access';

/** "User access" of an installed app: on or off for everybody, for organizational units, for groups. */
export function UserAccessPage({ account, id }: { readonly account: string; readonly id: string }) {
  const loaded = useLoaded(
    async () => ({
      app: await listing(account, id),
      units: await orgUnits(account),
      groups: await groups(account),
    }),
    [account, id],
  );
  const { app } = loaded.value ?? {};
  return (
    <>
      <PageHead
        title="User access"
        trail={[
          {
            href: addressOf(account, 'admin', 'apps', 'marketplace'),
            title: 'Google Workspace Marketplace apps',
          },
          {
            href: addressOf(account, 'admin', 'apps', 'marketplace', id),
            title: app?.name ?? 'App',
          },
        ]}
      />
      <Loaded of={loaded}>
        {({ app: found, ...directory }) =>
          found.adminInstall ? (
            <AccessForm
              account={account}
              app={found}
              access={found.adminInstall.userAccess}
              onChanged={() => void loaded.reload()}
              {...directory}
            />
          ) : (
            <p class="empty">{found.name} is not installed for your organization.</p>
          )
        }
      </Loaded>
    </>
  );
}

interface FormProps {
  readonly account: string;
  readonly app: Listing;
  readonly access: UserAccess;
  readonly units: readonly OrgUnit[];
  readonly groups: readonly Group[];
  readonly onChanged: () => void;
}

function AccessForm({ account, app, access, units, groups: known, onChanged }: FormProps) {
  const [unitChanges, setUnits] = useState<Readonly<Record<string, UnitSwitch>>>({});
  const [groupChanges, setGroups] = useState<Readonly<Record<string, 'on' | 'off'>>>({});
  const [error, setError] = useState<Error>();
  const isChanged = Object.keys({ ...unitChanges, ...groupChanges }).length > 0;
  const save = async (target: unknown) => {
    setError(undefined);
    try {
      await admin(account, 'marketplace.setUserAccess', {
        applicationId: app.applicationId,
        target,
      });
      setUnits({});
      setGroups({});
      toast('User access saved.');
      onChanged();
    } catch (refused) {
      setError(refused as Error);
    }
  };
  return (
    <div class="settings">
      <section class="panel">
        <div class="setting-head">
          <h2>{userAccessText(access)}</h2>
          <button type="button" class="button outlined" onClick={() => void save('everyone')}>
            Turn on for everyone
          </button>
          <button type="button" class="button outlined" onClick={() => void save('nobody')}>
            Turn off for everyone
          </button>
        </div>
        <p class="soft">
          Either choice discards the settings of individual organizational units and groups.
        </p>
      </section>
      <section aria-labelledby="units">
        <h2 id="units">Organizational units</h2>
        <UnitAccess
          units={units}
          access={access}
          changes={unitChanges}
          change={(id, says) => setUnits(withChange(unitChanges, id, says))}
        />
      </section>
      <section aria-labelledby="groups">
        <h2 id="groups">Groups</h2>
        <p class="soft">
          On for a group means on for its members, whatever the setting of their unit.
        </p>
        <GroupAccess
          groups={known}
          access={access}
          changes={groupChanges}
          change={(id, says) => setGroups(withChange(groupChanges, id, says))}
        />
      </section>
      {error && <Problem error={error} />}
      <div class="actions end">
        <button
          type="button"
          class="button"
          disabled={!isChanged}
          onClick={() => {
            setUnits({});
            setGroups({});
          }}
        >
          Cancel
        </button>
        <button
          type="button"
          class="button filled"
          disabled={!isChanged}
          onClick={() => void save({ orgUnits: unitChanges, groups: groupChanges })}
        >
          Save
        </button>
      </div>
    </div>
  );
}

/** The changes with one more; without it where it equals the saved setting. */
function withChange<T>(
  changes: Readonly<Record<string, T>>,
  key: string,
  says: T | null,
): Readonly<Record<string, T>> {
  const { [key]: _, ...others } = changes;
  return says === null ? others : { ...others, [key]: says };
}
