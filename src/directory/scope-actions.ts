/** Choosing who takes part: typed, looked at, saved. */
import {
  decides,
  inputOf,
  pushes,
  shows,
  type Answer,
  type Caller,
  type Inputs,
} from '../card/action';
import { instantAt } from '../kit/clock';
import type { Failure } from '../kit/failure';
import { readAll } from '../kit/pages';
import { ok, type Result } from '../kit/result';
import { slot, valueOr } from '../kit/slot';
import { shortened } from '../kit/text';
import type { DirectoryDesk } from './desk';
import { DO, SCOPE_INPUTS, TITLE } from './names';
import type { DirectoryUser } from './ports';
import { previewOf } from './preview';
import { prospect, scopeIn } from './prospect';
import { ROOT, scopeSlot, triedSlot, type Parts, type Scope } from './scope';
import { scopeCard, triedCard, unitsCard, type UnitCount } from './scope-cards';
import { readScope, writtenParts, type TypedScope } from './typed-scope';
import { failureCard } from './cards';
import { grouped } from './wording';

/** The form, filled with what is saved. */
export function showWho(desk: DirectoryDesk): Answer {
  const tried = valueOr(slot(desk.store, triedSlot).read(), null);
  const saved = tried === null ? scopeIn(desk.store) : ok(tried.scope);
  return saved.ok
    ? shows(scopeCard(typedOf(saved.value)))
    : shows(failureCard(saved.failure, DO.who));
}

const typedOf = ({ takesPart, except, leavers }: Scope): TypedScope => {
  const isEveryone = takesPart.units.includes(ROOT);
  return {
    isEveryone,
    takesPart: isEveryone ? '' : writtenParts(takesPart, []),
    except: writtenParts(except, []),
    leavers,
  };
};

/** What the form says, in numbers and names. Nothing takes part in it yet. */
export function tryWho(desk: DirectoryDesk, inputs: Inputs, { userId, email }: Caller): Answer {
  const typed = typedIn(inputs);
  const users = everybody(desk);
  if (!users.ok) return notCounted(typed, users.failure);
  const scope = readScope(typed, users.value);
  if (!scope.ok) return shows(scopeCard(typed, scope.failure));
  const nowMs = desk.clock.now();
  const found = prospect(
    { ...desk, directory: { ...desk.directory, users: () => listed(users.value) } },
    nowMs,
    scope.value,
  );
  if (!found.ok) return shows(failureCard(found.failure, DO.who));
  const { plan } = found.value;
  const at = instantAt(nowMs);
  const kept = slot(desk.store, triedSlot).write({
    at,
    by: userId ?? email,
    scope: scope.value,
  });
  if (!kept.ok) return shows(failureCard(kept.failure, DO.who));
  const about = { taking: plan.users - plan.outside, users: plan.users, preview: previewOf(plan) };
  return pushes(triedCard(about, at));
}

const listed = (users: readonly DirectoryUser[]): ReturnType<DirectoryDesk['directory']['users']> =>
  ok({ items: users, nextPageToken: undefined, nextSyncToken: undefined });

function notCounted(typed: TypedScope, failure: Failure): Answer {
  return failure.kind === 'timed-out'
    ? shows(
        scopeCard(typed, [
          'There are more people than Tandem can count within one click. Try again when Google is less busy.',
        ]),
      )
    : shows(failureCard(failure, DO.who));
}

const typedIn = (inputs: Inputs): TypedScope => ({
  isEveryone: inputOf(inputs, SCOPE_INPUTS.everyone) !== 'no',
  takesPart: inputOf(inputs, SCOPE_INPUTS.takesPart),
  except: inputOf(inputs, SCOPE_INPUTS.except),
  leavers: inputOf(inputs, SCOPE_INPUTS.leavers),
});

function everybody(desk: DirectoryDesk): Result<readonly DirectoryUser[], Failure> {
  const listing = readAll((pageToken) => desk.directory.users(pageToken));
  return listing.ok ? ok(listing.value.items) : listing;
}

/**
 * Saves what was looked at, and nothing else.
 *
 * @param after what is shown then: a preview that waits was made for the former choice.
 */
export function saveWho(
  desk: DirectoryDesk,
  inputs: Inputs,
  { userId, email }: Caller,
  after: () => Answer,
): Answer {
  const place = slot(desk.store, triedSlot);
  const tried = valueOr(place.read(), null);
  const isSeen = tried?.at === inputOf(inputs, 'seen') && tried.by === (userId ?? email);
  if (tried === null || !isSeen)
    return shows(
      scopeCard(tried === null ? typedIn(inputs) : typedOf(tried.scope), [
        'This is no longer what you looked at. See who that is once more.',
      ]),
    );
  const before = scopeIn(desk.store);
  const saved = slot(desk.store, scopeSlot).write(tried.scope);
  if (!saved.ok) return shows(failureCard(saved.failure, DO.who));
  place.clear();
  const from = before.ok ? scopeWords(before.value) : 'what could not be read';
  return decides(after(), TITLE, `Who takes part: ${from} → ${scopeWords(tried.scope)}.`);
}

/** For example `/Sales, except /Sales/North and 2 people`. */
export function scopeWords({ takesPart, except, leavers }: Scope): string {
  const without = partsWords(except);
  const who = takesPart.units.includes(ROOT) ? 'everyone' : partsWords(takesPart);
  return [
    without === '' ? who : `${who}, except ${without}`,
    ...(leavers === 'deactivate' ? ['leavers are deactivated'] : []),
  ].join('; ');
}

function partsWords({ units, people }: Parts): string {
  const named = people.length <= 2 ? people.map(({ email }) => email) : [];
  const counted = people.length > 2 ? [`${grouped(people.length)} people`] : [];
  return shortened([...units, ...named, ...counted].join(', '), 200);
}

/** Every org unit with accounts, those with most people first. */
export function showUnits(desk: DirectoryDesk): Answer {
  const users = everybody(desk);
  return users.ok
    ? pushes(unitsCard(countUnits(users.value)))
    : shows(failureCard(users.failure, DO.units));
}

export function countUnits(users: readonly DirectoryUser[]): UnitCount[] {
  const counts = new Map<string, number>();
  for (const { orgUnitPath = ROOT } of users)
    for (const unit of unitsAbove(orgUnitPath)) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return [...counts]
    .map(([path, people]) => ({ path, people }))
    .sort((one, other) => other.people - one.people || (one.path < other.path ? -1 : 1));
}

/** The unit and all above it: `/`, `/Sales`, `/Sales/North`. */
function unitsAbove(path: string): string[] {
  const names = path.split('/').filter(Boolean);
  return [ROOT, ...names.map((_, index) => `/${names.slice(0, index + 1).join('/')}`)];
}
