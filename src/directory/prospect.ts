/** What a run would do: reads both sides and plans, and writes nothing. The first half of a run, and all of a preview. */
import { msOf } from '../kit/clock';
import type { Failure } from '../kit/failure';
import { readAll } from '../kit/pages';
import { ok, type Result } from '../kit/result';
import { slot, type Saved } from '../kit/slot';
import type { StringStore } from '../kit/string-store';
import { DAY_MS } from '../runs/throttle';
import { planHold, type Approval, type Hold } from './brakes';
import { plan, type Plan } from './plan';
import type { Directory, DirectoryUser, Employees } from './ports';
import { goSlot, type Go } from './settings';

export interface Prospect {
  readonly users: readonly DirectoryUser[];
  readonly plan: Plan;
  readonly hold: Hold | null;
}

export interface ProspectPorts {
  readonly directory: Pick<Directory, 'users'>;
  readonly employees: Pick<Employees, 'load'>;
  readonly store: StringStore;
}

export function prospect(ports: ProspectPorts, nowMs: number): Result<Prospect, Failure> {
  const listing = readAll((pageToken) => ports.directory.users(pageToken));
  if (!listing.ok) return listing;
  const employees = ports.employees.load();
  if (!employees.ok) return employees;
  const planned = plan(listing.value.items, employees.value);
  const approved = approvalIn(slot(ports.store, goSlot).read(), nowMs);
  return ok({ users: listing.value.items, plan: planned, hold: planHold(planned, approved) });
}

/** A go to runs holds for ever, but to deactivations only for a day: who was seen then may be somebody else's matter now. */
export function approvalIn(saved: Saved<Go>, nowMs: number): Approval | null {
  if (saved.kind !== 'value') return null;
  const ageMs = nowMs - msOf(saved.value.at);
  return { deactivations: new Set(ageMs < DAY_MS ? saved.value.deactivations : []) };
}
