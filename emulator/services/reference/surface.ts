import { types } from 'node:util';
import { pageOf, REFERENCE } from './pages';

/** How much of one class of the reference the local Workspace has. */
export interface SurfaceRow {
  /** As @types/google-apps-script names it, without underscores: `Properties.Properties`, `AdminDirectory.Users`. */
  readonly name: string;
  readonly emulated: readonly string[];
  readonly missing: readonly string[];
  /** No emulated member ever returns an object of this class. */
  readonly unreachable: boolean;
}

/**
 * Compares the reference's classes with what a realm registered, in the order of the reference.
 *
 * @param registered prototypes and objects by name, as in `RealmEntry.emulated`.
 * @param hasApiMethod whether an emulated API answers a member of an advanced service.
 */
export function surfaceOf(
  registered: ReadonlyMap<string, object>,
  hasApiMethod: (service: string, member: string) => boolean,
): readonly SurfaceRow[] {
  const objects = new Map(
    [...registered].map(([name, object]) => [name.replaceAll('_', ''), object]),
  );
  return [...REFERENCE].map(([name, members]) => {
    const object = objects.get(name);
    const has = (member: string): boolean =>
      object !== undefined && hasOwnOrInherited(object, member) && hasApiMethod(name, member);
    const list = [...members.keys()];
    return {
      name,
      emulated: list.filter(has),
      missing: list.filter((member) => !has(member)),
      unreachable: object === undefined,
    };
  });
}

/** Looks up to the proxy that answers for missing members. */
function hasOwnOrInherited(object: object, member: string): boolean {
  for (
    let at: object | null = object;
    at && !types.isProxy(at);
    at = Object.getPrototypeOf(at) as object | null
  )
    if (Object.hasOwn(at, member)) return true;
  return false;
}

/** The table in emulator/README.md. */
export function surfaceTable(rows: readonly SurfaceRow[]): string {
  const total = rows.reduce((sum, { emulated }) => sum + emulated.length, 0);
  const missing = rows.reduce((sum, row) => sum + row.missing.length, 0);
  return [
    `${total} of ${total + missing} members of these services are emulated; the others throw \`NotEmulated\` and name Google's page.`,
    '',
    '| class | emulated | not emulated |',
    '| --- | --- | --- |',
    ...rows.map(rowText),
  ].join('\n');
}

function rowText({ name, emulated, missing, unreachable }: SurfaceRow): string {
  const share =
    missing.length === 0 ? 'all' : `${emulated.length} of ${emulated.length + missing.length}`;
  const rest = unreachable
    ? 'unreachable: no emulated member returns it'
    : missing.map((member) => `\`${member}\``).join(' ');
  return `| [${name}](${pageOf(name)}) | ${share} | ${rest} |`;
}
