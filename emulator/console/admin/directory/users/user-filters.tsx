import { useEffect, useRef } from 'preact/hooks';
import { useLoaded } from '../../../shell/loading';
import { orgUnits } from '../everything';
import { depthOf } from '../org-unit-field';
import { STATUSES, type UserSearch } from './user-search';

const TYPING_MS = 250;

/** The search box and the filters above the list of users. */
export function UserFilters({
  account,
  search: { text, orgUnit, status },
  show,
}: {
  readonly account: string;
  readonly search: UserSearch;
  readonly show: (
    changes: Readonly<Record<string, string>>,
    how?: { readonly replace: boolean },
  ) => void;
}) {
  const units = useLoaded(() => orgUnits(account), [account]);
  const typing = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(typing.current), []);
  const seek = (sought: string, wait: number) => {
    clearTimeout(typing.current);
    typing.current = setTimeout(() => show({ search: sought.trim() }, { replace: true }), wait);
  };
  return (
    <form
      class="toolbar"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        seek(String(new FormData(event.currentTarget).get('search')), 0);
      }}
    >
      <input
        class="search filter-text"
        type="search"
        name="search"
        aria-label="Search for users"
        placeholder="Search by name or email address"
        defaultValue={text}
        onInput={({ currentTarget }) => seek(currentTarget.value, TYPING_MS)}
      />
      <select
        class="select"
        aria-label="Organizational unit"
        value={orgUnit}
        onChange={({ currentTarget }) => show({ orgUnit: currentTarget.value })}
      >
        <option value="">All organizational units</option>
        {(units.value ?? [])
          .filter(({ orgUnitPath }) => orgUnitPath !== '/')
          .map(({ orgUnitPath, name }) => (
            <option key={orgUnitPath} value={orgUnitPath} selected={orgUnitPath === orgUnit}>
              {'\u2003'.repeat(depthOf(orgUnitPath) - 1)}
              {name}
            </option>
          ))}
      </select>
      <select
        class="select"
        aria-label="User status"
        value={status}
        onChange={({ currentTarget: { value } }) => show({ status: value === 'any' ? '' : value })}
      >
        {Object.entries(STATUSES).map(([value, { label }]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </form>
  );
}
