import { useState } from 'preact/hooks';
import { Choice } from '../../shell/field';
import { Loaded, useLoaded } from '../../shell/loading';
import { depthOf, groups, orgUnits } from './directory-lists';

/** For whom to install the app, as the Marketplace asks. */
export interface TargetDraft {
  readonly who: 'everyone' | 'some';
  readonly by: 'orgUnits' | 'groups';
  /** Paths. */
  readonly orgUnits: readonly string[];
  /** Addresses. */
  readonly groups: readonly string[];
}

export const EVERYONE: TargetDraft = { who: 'everyone', by: 'orgUnits', orgUnits: [], groups: [] };

/** In the form that the install action accepts. */
export const targetOf = ({ who, by, ...chosen }: TargetDraft): unknown =>
  who === 'everyone' ? 'everyone' : { [by]: chosen[by] };

/** In words, for the last step. */
export const targetText = ({ who, by, ...chosen }: TargetDraft): string =>
  who === 'everyone' ? 'Everyone at your organization' : chosen[by].join(', ');

/** "Everyone at your organization" or "Certain groups or organizational units". */
export function InstallTarget({
  account,
  draft,
  change,
}: {
  readonly account: string;
  readonly draft: TargetDraft;
  readonly change: (draft: TargetDraft) => void;
}) {
  return (
    <>
      <fieldset class="group">
        <legend>Install the app automatically for</legend>
        <Choice
          type="radio"
          name="who"
          label="Everyone at your organization"
          checked={draft.who === 'everyone'}
          onChange={() => change({ ...draft, who: 'everyone' })}
        />
        <Choice
          type="radio"
          name="who"
          label="Certain groups or organizational units"
          hint="Your own organizational unit must be among them."
          checked={draft.who === 'some'}
          onChange={() => change({ ...draft, who: 'some' })}
        />
      </fieldset>
      {draft.who === 'some' && (
        <div class="indent">
          <fieldset class="group">
            <legend>Choose by</legend>
            {(['orgUnits', 'groups'] as const).map((by) => (
              <Choice
                key={by}
                type="radio"
                name="by"
                label={by === 'groups' ? 'Groups' : 'Organizational units'}
                checked={draft.by === by}
                onChange={() => change({ ...draft, by })}
              />
            ))}
          </fieldset>
          <PickList key={draft.by} account={account} draft={draft} change={change} />
        </div>
      )}
    </>
  );
}

interface Pick {
  readonly key: string;
  readonly name: string;
  readonly depth: number;
}

const PICKS: Readonly<Record<TargetDraft['by'], (account: string) => Promise<readonly Pick[]>>> = {
  orgUnits: async (account) =>
    (await orgUnits(account)).map((unit) => ({
      key: unit.orgUnitPath,
      name: unit.name,
      depth: depthOf(unit),
    })),
  groups: async (account) =>
    (await groups(account)).map(({ email, name }) => ({ key: email, name, depth: 0 })),
};

function PickList({
  account,
  draft,
  change,
}: {
  readonly account: string;
  readonly draft: TargetDraft;
  readonly change: (draft: TargetDraft) => void;
}) {
  const { by } = draft;
  const [sought, setSought] = useState('');
  const picks = useLoaded(() => PICKS[by](account), [account, by]);
  const chosen = draft[by];
  const what = by === 'groups' ? 'groups' : 'organizational units';
  const tick = (key: string, on: boolean) => {
    const others = chosen.filter((one) => one !== key);
    change({ ...draft, [by]: on ? [...others, key] : others });
  };
  return (
    <Loaded of={picks}>
      {(all) =>
        all.length === 0 ? (
          <p class="soft">Your organization has no {what}.</p>
        ) : (
          <>
            <input
              class="search"
              type="search"
              aria-label={`Find ${what}`}
              placeholder={`Find ${what}`}
              value={sought}
              onInput={({ currentTarget }) => setSought(currentTarget.value)}
            />
            <div class="pick-list" role="group" aria-label={what} tabIndex={0}>
              {all
                .filter(({ key, name }) =>
                  `${key} ${name}`.toLowerCase().includes(sought.toLowerCase()),
                )
                .map(({ key, name, depth }) => (
                  <div key={key} style={`padding-left:${depth * 20}px`}>
                    <Choice
                      label={name}
                      hint={key}
                      checked={chosen.includes(key)}
                      onChange={({ currentTarget }) => tick(key, currentTarget.checked)}
                    />
                  </div>
                ))}
            </div>
          </>
        )
      }
    </Loaded>
  );
}
