/** Who has to be looked at, and why. */
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import { textDigest } from '../kit/text-digest';
import { isTimeZone, localAt } from '../kit/zoned-time';
import type { Look, Looks } from './boards';
import { weekOf } from './hours';
import type { AppointmentTaker, AvailabilityRunPorts, Syncing } from './ports';
import {
  DEFAULT_RULES,
  RULE_FORMS,
  RULE_NAMES,
  rulesOf,
  type AvailabilityRules,
  type RuleName,
} from './rules';

/**
 * The cache forgets after six hours: before that everybody is read again, so that cards have something to show. It also bounds how long
 * a change can go unnoticed that the calendar sync did not see.
 */
export const READ_AGAIN_MS = 5 * 3_600_000;

/** A calendar that could not be read is tried again after this time. */
export const TRY_AGAIN_MS = 10 * 60_000;

/** Somebody in the feed, with what is known about them. */
export interface Feeding {
  readonly person: Syncing;
  readonly taker: AppointmentTaker;
  readonly mark: string;
}

/** The rules by the sheet Settings; a cell that cannot be read counts as the default. */
export function loadRules(
  settings: AvailabilityRunPorts['settings'],
): Result<ReturnType<typeof rulesOf>, Failure> {
  const texts = settings.load();
  if (!texts.ok) return texts;
  const byName: Partial<Record<RuleName, string>> = {};
  for (const name of RULE_NAMES) {
    const text = texts.value[RULE_FORMS[name].name];
    if (text !== undefined) byName[name] = text;
  }
  return ok(rulesOf(byName, DEFAULT_RULES));
}

type FeedPorts = Pick<AvailabilityRunPorts, 'people' | 'takers' | 'clock'>;

/** Everybody whose availability is given to the work system. */
export function feedOf(
  { people, takers, clock }: FeedPorts,
  rules: AvailabilityRules,
): Result<readonly Feeding[], Failure> {
  if (rules.who === 'nobody') return ok([]);
  const syncing = people();
  if (!syncing.ok) return syncing;
  const all: Feeding[] = [];
  for (const person of syncing.value) {
    const taker = takers.find(person);
    if (!taker.ok) return taker;
    if (taker.value === null || (rules.who === 'marked' && !taker.value.isMarked)) continue;
    const mark = markOf(person, { taker: taker.value, rules, nowMs: clock.now() });
    all.push({ person, taker: taker.value, mark });
  }
  return ok(all);
}

/** A new day moves the window, by the clocks in the person's zone. Somebody whose sync is behind is looked at every ten minutes. */
function markOf(
  { email, zone, state, isBehind }: Syncing,
  {
    taker,
    rules,
    nowMs,
  }: {
    readonly taker: AppointmentTaker;
    readonly rules: AvailabilityRules;
    readonly nowMs: number;
  },
): string {
  const today = localAt(nowMs, zone !== null && isTimeZone(zone) ? zone : 'UTC').slice(0, 10);
  const news = isBehind ? Math.floor(nowMs / TRY_AGAIN_MS) : state;
  // Teams are made of what is found, and change nothing about it.
  const own = { ...rules, teams: '' };
  return textDigest(JSON.stringify([email, zone, news, taker, own, today]));
}

/** Whether somebody has to be looked at now. */
export function isDue(look: Look | null, mark: string, nowMs: number): boolean {
  if (look === null) return true;
  const { triedAtMs, isGood } = look;
  return look.mark !== mark || nowMs - triedAtMs >= (isGood ? READ_AGAIN_MS : TRY_AGAIN_MS);
}

/** People and teams that have left the feed, with rows to remove. */
export const haveLeft = (looks: Looks, ids: ReadonlySet<string>): boolean =>
  [...looks.all().keys()].some((id) => !ids.has(id));

/** Hours that cannot be read count as none of their own. */
export const ownHours = ({ hours }: AppointmentTaker): string | null =>
  hours !== null && weekOf(hours) !== null ? hours : null;
