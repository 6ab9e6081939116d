/** Who takes part in the directory sync (TC5, TC7). Pure. */
import { array, object, picklist, string } from 'valibot';
import { decoderOf } from '../kit/decoder';
import type { SlotForm } from '../kit/slot';
import type { DirectoryUser } from './ports';

/** A person whom an administrator named. The id counts; the address is for people to read. */
export interface NamedPerson {
  readonly id: string;
  readonly email: string;
}

export interface Parts {
  /** Paths of org units, with everything below them. */
  readonly units: readonly string[];
  readonly people: readonly NamedPerson[];
}

export interface Scope {
  readonly takesPart: Parts;
  readonly except: Parts;
  /** What happens in the work system to people who took part before and no longer do. */
  readonly leavers: 'stay' | 'deactivate';
}

export const ROOT = '/';

export const EVERYONE: Scope = {
  takesPart: { units: [ROOT], people: [] },
  except: { units: [], people: [] },
  leavers: 'stay',
};

/** Why somebody takes part, or does not: by name, by the nearest org unit that is named, or by nothing. */
export type Part = { readonly isIn: boolean } & (
  | { readonly by: 'name' }
  | { readonly by: 'unit'; readonly unit: string }
  | { readonly by: 'nothing' }
);

/** A name counts before a unit, an exception before what it is one from, and of two units the nearer one (D21). */
export function partOf(
  { id, orgUnitPath = ROOT }: Pick<DirectoryUser, 'id' | 'orgUnitPath'>,
  { takesPart, except }: Scope,
): Part {
  if (except.people.some((person) => person.id === id)) return { isIn: false, by: 'name' };
  if (takesPart.people.some((person) => person.id === id)) return { isIn: true, by: 'name' };
  const out = nearest(orgUnitPath, except.units);
  const within = nearest(orgUnitPath, takesPart.units);
  if (out !== null && (within === null || out.length >= within.length))
    return { isIn: false, by: 'unit', unit: out };
  return within === null
    ? { isIn: false, by: 'nothing' }
    : { isIn: true, by: 'unit', unit: within };
}

const nearest = (path: string, units: readonly string[]): string | null =>
  units
    .filter((unit) => isWithin(path, unit))
    .reduce<string | null>((best, unit) => (unit.length > (best?.length ?? 0) ? unit : best), null);

/** Google compares the names of org units without regard to case. */
export const isWithin = (path: string, unit: string): boolean =>
  unit === ROOT || `${path.toLowerCase()}/`.startsWith(`${unit.toLowerCase()}/`);

/**
 * The first unit in which nobody is any more: it was renamed, moved or deleted. Its people would seem to have left, and those
 * of an exception would come in.
 */
export const lostUnit = (users: readonly DirectoryUser[], scope: Scope): string | null =>
  [...scope.takesPart.units, ...scope.except.units].find(
    (unit) => unit !== ROOT && !users.some(({ orgUnitPath = ROOT }) => isWithin(orgUnitPath, unit)),
  ) ?? null;

const parts = object({
  units: array(string()),
  people: array(object({ id: string(), email: string() })),
});

const form = object({
  takesPart: parts,
  except: parts,
  leavers: picklist(['stay', 'deactivate']),
});

/** What an administrator chose. */
export const scopeSlot: SlotForm<Scope> = {
  key: 'directory.scope',
  version: 1,
  decode: decoderOf<Scope>(form),
};

/** What an administrator looked at and has not saved yet. */
export interface TriedScope {
  readonly at: string;
  readonly by: string;
  readonly scope: Scope;
}

export const triedSlot: SlotForm<TriedScope> = {
  key: 'directory.tried',
  version: 1,
  decode: decoderOf<TriedScope>(object({ at: string(), by: string(), scope: form })),
};
