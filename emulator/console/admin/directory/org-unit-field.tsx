import { useLoaded } from '../../shell/loading';
import { Field } from '../../shell/field';
import { orgUnits } from './everything';

/** A choice among the org units that this administrator can reach, indented by their depth. */
export function OrgUnitField({
  account,
  name,
  label = 'Organizational unit',
  defaultValue,
  none,
  by = 'path',
  except = () => false,
}: {
  readonly account: string;
  readonly name: string;
  readonly label?: string;
  readonly defaultValue?: string;
  /** The label for choosing none; without it, one must be chosen. */
  readonly none?: string;
  /** Whether the form gets the path or the id. */
  readonly by?: 'path' | 'id';
  readonly except?: (path: string) => boolean;
}) {
  const units = useLoaded(() => orgUnits(account), [account]);
  const options = (units.value ?? [])
    .filter(({ orgUnitPath }) => !except(orgUnitPath))
    .map(({ orgUnitPath, orgUnitId, name: unitName }) => ({
      value: by === 'path' ? orgUnitPath : orgUnitId,
      label: `${'\u2003'.repeat(depthOf(orgUnitPath))}${unitName}`,
    }));
  const first = none === undefined ? [] : [{ value: '', label: none }];
  return (
    <Field
      key={units.value ? 'there' : 'awaited'}
      label={label}
      name={name}
      options={[...first, ...options]}
      problem={units.error?.message}
      {...(defaultValue !== undefined && { defaultValue })}
    />
  );
}

/** The depth below the root: `/` is 0, `/Sales` 1. */
export const depthOf = (path: string): number => path.split('/').filter(Boolean).length;
