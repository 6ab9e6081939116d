import type { Organization, TypedValue, User } from '../resources';

/** The entry with this type in one of a user's lists. */
export const typed = (
  list: readonly TypedValue[] | undefined,
  type: string,
): TypedValue | undefined => list?.find((entry) => entry.type === type);

/** The list with the entry of this type replaced, added, or removed when it has no value; all others stay. */
export function withTyped(
  list: readonly TypedValue[] | undefined,
  type: string,
  entry: TypedValue | null,
): readonly TypedValue[] {
  const others = (list ?? []).filter((other) => other !== typed(list, type));
  return entry ? [...others, { ...typed(list, type), ...entry, type }] : others;
}

/** The organization that Google's console shows: the primary one, else the first. */
export const organizationOf = ({ organizations = [] }: User): Organization =>
  organizations.find(({ primary }) => primary) ?? organizations[0] ?? {};

/** A user's organizations with the shown one changed. Empty texts are left out. */
export function withOrganization(user: User, changes: Organization): readonly Organization[] {
  const shown = organizationOf(user);
  const merged = Object.fromEntries(
    Object.entries({ ...shown, ...changes, primary: true }).filter(([, value]) => value !== ''),
  );
  const others = (user.organizations ?? []).filter((one) => one !== shown);
  return Object.keys(merged).length === 1 ? others : [merged, ...others];
}
