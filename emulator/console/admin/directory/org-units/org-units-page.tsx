import { useState } from 'preact/hooks';
import { Icon } from '../../../shell/icon';
import { Loaded, useLoaded } from '../../../shell/loading';
import { Popup } from '../../../shell/popup';
import { Table } from '../../../shell/table';
import { toast } from '../../../shell/toast';
import { PageHead } from '../../../shell/with-navigation';
import { adminAddress } from '../../admin-places';
import { orgUnits } from '../everything';
import { depthOf } from '../org-unit-field';
import type { OrgUnit } from '../resources';
import { OrgUnitDialog, type OrgUnitStep } from './org-unit-dialogs';

interface Open {
  readonly step: OrgUnitStep;
  readonly unit: OrgUnit;
}

/** Directory › Organizational units: the whole tree. */
export function OrgUnitsPage({ account }: { readonly account: string }) {
  const units = useLoaded(() => orgUnits(account), [account]);
  const [open, setOpen] = useState<Open>();
  const done = async (says: string) => {
    toast(says);
    await units.reload();
  };
  return (
    <>
      <PageHead title="Organizational units">
        <button
          type="button"
          class="button filled"
          disabled={!units.value?.[0]}
          onClick={() => setOpen({ step: 'add', unit: units.value![0]! })}
        >
          Create organizational unit
        </button>
      </PageHead>
      <Loaded of={units}>
        {(found) => <OrgUnitTree account={account} units={found} open={setOpen} />}
      </Loaded>
      {open && (
        <OrgUnitDialog account={account} {...open} close={() => setOpen(undefined)} onDone={done} />
      )}
    </>
  );
}

function OrgUnitTree({
  account,
  units,
  open,
}: {
  readonly account: string;
  readonly units: readonly OrgUnit[];
  readonly open: (what: Open) => void;
}) {
  return (
    <Table
      label="Organizational units"
      rows={units}
      keyOf={({ orgUnitId }) => orgUnitId}
      columns={[
        {
          title: 'Name',
          namesRow: true,
          cell: ({ name, orgUnitPath }) => (
            <div style={{ paddingLeft: `${24 * depthOf(orgUnitPath)}px` }}>
              {name}
              <br />
              <span class="soft">{orgUnitPath}</span>
            </div>
          ),
        },
        { title: 'Description', class: 'soft', cell: ({ description }) => description },
        {
          title: 'Users',
          cell: ({ name, orgUnitPath }) => (
            <a
              aria-label={`View users in ${name}`}
              href={`${adminAddress(account, 'users')}?${new URLSearchParams({ orgUnit: orgUnitPath })}`}
            >
              View users
            </a>
          ),
        },
        {
          title: 'Options',
          titleHidden: true,
          class: 'row-action',
          cell: (unit) => <OrgUnitMenu unit={unit} open={open} />,
        },
      ]}
    />
  );
}

function OrgUnitMenu({
  unit,
  open,
}: {
  readonly unit: OrgUnit;
  readonly open: (what: Open) => void;
}) {
  const isRoot = unit.parentOrgUnitPath === undefined;
  const steps: readonly (readonly [OrgUnitStep, string])[] = [
    ['add', 'Add organizational unit'],
    ['edit', 'Rename'],
    ...(isRoot
      ? []
      : ([
          ['move', 'Move'],
          ['delete', 'Delete'],
        ] as const)),
  ];
  return (
    <Popup label={`Options of ${unit.name}`} face={<Icon name="more" />}>
      {(close) =>
        steps.map(([step, title]) => (
          <button
            type="button"
            class="menu-item"
            key={step}
            onClick={() => {
              close();
              open({ step, unit });
            }}
          >
            {title}
          </button>
        ))
      }
    </Popup>
  );
}
