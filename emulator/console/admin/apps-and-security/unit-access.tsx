import { Table } from '../../shell/table';
import { depthOf, type OrgUnit } from './directory-lists';
import type { UserAccess } from './marketplace-client';

export type UnitSwitch = 'on' | 'off' | 'inherit';

/** Organizational units as a tree, each with its setting: on, off, or inherited. */
export function UnitAccess({
  units,
  access,
  changes,
  change,
}: {
  readonly units: readonly OrgUnit[];
  readonly access: UserAccess;
  /** Unsaved changes, by org unit id. */
  readonly changes: Readonly<Record<string, UnitSwitch>>;
  /** Null where the choice equals the saved one. */
  readonly change: (orgUnitId: string, says: UnitSwitch | null) => void;
}) {
  const saved = (id: string): UnitSwitch => access.orgUnits[id] ?? 'inherit';
  const says = (id: string): UnitSwitch => changes[id] ?? saved(id);
  const inherited = ({ orgUnitPath }: OrgUnit): 'on' | 'off' => {
    const above = units
      .filter((other) => isAbove(other.orgUnitPath, orgUnitPath))
      .filter(({ orgUnitId }) => says(orgUnitId) !== 'inherit')
      .sort((a, b) => b.orgUnitPath.length - a.orgUnitPath.length)[0];
    return above ? (says(above.orgUnitId) as 'on' | 'off') : access.everyone;
  };
  return (
    <Table
      class="middle"
      rows={units}
      keyOf={({ orgUnitId }) => orgUnitId}
      columns={[
        {
          title: 'Organizational unit',
          cell: (unit) => (
            <span class="unit-name" style={`--depth:${depthOf(unit)}`}>
              {unit.name}
            </span>
          ),
        },
        {
          title: 'User access',
          cell: (unit) => (
            <select
              aria-label={`User access of ${unit.name}`}
              value={says(unit.orgUnitId)}
              onChange={({ currentTarget }) => {
                const chosen = currentTarget.value as UnitSwitch;
                change(unit.orgUnitId, chosen === saved(unit.orgUnitId) ? null : chosen);
              }}
            >
              <option value="inherit">
                {depthOf(unit) === 0 ? 'Default' : 'Inherited'} (
                {inherited(unit) === 'on' ? 'On' : 'Off'})
              </option>
              <option value="on">On</option>
              <option value="off">Off</option>
            </select>
          ),
        },
      ]}
    />
  );
}

const isAbove = (path: string, other: string): boolean =>
  path !== other && (path === '/' || other.startsWith(`${path}/`));
