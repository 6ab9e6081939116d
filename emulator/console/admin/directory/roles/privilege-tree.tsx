import { Choice } from '../../../shell/field';
import type { Privilege, RolePrivilege } from '../resources';
import { privilegeTitle, serviceTitle } from './role-names';

export const privilegeKey = ({ serviceId, privilegeName }: RolePrivilege): string =>
  `${serviceId} ${privilegeName}`;

const everyPrivilege = (tree: readonly Privilege[]): readonly Privilege[] =>
  tree.flatMap((privilege) => [privilege, ...everyPrivilege(privilege.childPrivileges ?? [])]);

/** Whether a role with this privilege may be limited to an org unit. */
export const isOuScopable = (held: RolePrivilege, tree: readonly Privilege[]): boolean =>
  everyPrivilege(tree)
    .filter((privilege) => privilege.privilegeName === held.privilegeName)
    .every((privilege) => privilege.isOuScopable);

/** A selection of privileges: holding one implies those below it. */
interface Selection {
  readonly held: ReadonlySet<string>;
  /** When left out, the tree is read-only. */
  readonly choose?: (key: string, chosen: boolean) => void;
}

/** All privileges, by service, as a tree of checkboxes. */
export function PrivilegeTree({
  tree,
  ...selection
}: Selection & { readonly tree: readonly Privilege[] }) {
  const services = [...new Set(tree.map(serviceTitle))];
  return (
    <div class="privileges">
      {services.map((service) => (
        <fieldset key={service}>
          <legend>{service}</legend>
          <Branches
            of={tree.filter((privilege) => serviceTitle(privilege) === service)}
            within={false}
            {...selection}
          />
        </fieldset>
      ))}
    </div>
  );
}

function Branches({
  of,
  within,
  held,
  choose,
}: Selection & {
  readonly of: readonly Privilege[];
  /** Whether a privilege above is held. */
  readonly within: boolean;
}) {
  return (
    <ul>
      {of.map((privilege) => {
        const key = privilegeKey(privilege);
        const chosen = within || held.has(key);
        return (
          <li key={key}>
            <Choice
              label={privilegeTitle(privilege.privilegeName)}
              hint={<Hint of={privilege} />}
              checked={chosen}
              disabled={within || !choose}
              onChange={({ currentTarget }) => choose?.(key, currentTarget.checked)}
            />
            {privilege.childPrivileges && (
              <Branches
                of={privilege.childPrivileges}
                within={chosen}
                held={held}
                {...(choose && { choose })}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

const Hint = ({ of: { privilegeName, isOuScopable: scopable } }: { readonly of: Privilege }) => (
  <>
    {privilegeName}
    {scopable && ' · can be limited to an organizational unit'}
  </>
);
