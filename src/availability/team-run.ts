/** Gives the availability of teams to the work system, from what the last looks at their members found. */
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import { textDigest } from '../kit/text-digest';
import { blocksOnBoard, boardBlocks, boardOf, postBoards, type Board, type Looks } from './boards';
import type { Feeding } from './due';
import { planTeam } from './plan-team';
import { unknownAvailability, windowOf } from './plan';
import type { AvailabilityRunPorts, FedPerson } from './ports';
import { REASON_WORDS } from './reasons';
import type { AvailabilityRules } from './rules';
import { teamId, teamsOf, type Team } from './teams';

export interface TeamFeeding {
  readonly team: Team;
  /** User ids of its members; null for an address of nobody whom clients can book. */
  readonly members: readonly (string | null)[];
}

export function teamsIn(
  { teams }: AvailabilityRules,
  feed: readonly Feeding[],
): readonly TeamFeeding[] {
  const userOf = new Map(
    feed.flatMap(({ person: { userId, email, addresses } }) =>
      [...addresses, email].map((address): [string, string] => [address.toLowerCase(), userId]),
    ),
  );
  return (feed.length === 0 ? [] : (teamsOf(teams) ?? [])).map((team) => ({
    team,
    members: team.members.map((address) => userOf.get(address) ?? null),
  }));
}

/** Changes whenever one of its members was looked at again. */
const markOf = (team: TeamFeeding, looks: Looks): string =>
  textDigest(JSON.stringify([team, team.members.map((id) => (id ? looks.of(id) : null))]));

export const dueTeams = (teams: readonly TeamFeeding[], looks: Looks): readonly TeamFeeding[] =>
  teams.filter((one) => looks.of(teamId(one.team))?.mark !== markOf(one, looks));

interface Everybody {
  readonly rules: AvailabilityRules;
  readonly teams: readonly TeamFeeding[];
  readonly looks: Looks;
  /** The ids of people and of teams. */
  readonly ids: ReadonlySet<string>;
}

/** How many rows were written. */
export function feedTeams(
  ports: Pick<AvailabilityRunPorts, 'feed' | 'cache' | 'customer' | 'clock'>,
  { rules, teams, looks, ids }: Everybody,
): Result<number, Failure> {
  const due = dueTeams(teams, looks);
  if (due.length === 0) return ok(0);
  const nowMs = ports.clock.now();
  const boards = new Map<string, Board>();
  for (const { team, members } of due) {
    const known = members.map((id) => (id ? boardOf(ports.cache, ports.customer, id) : null));
    // Whatever the cache has lost is read again by the next run; until then nothing is known of them.
    members.forEach((id, index) => {
      const look = id && !known[index] ? looks.of(id) : null;
      if (id && look) looks.note(id, { ...look, mark: '' });
    });
    boards.set(teamId(team), {
      ...boardOfTeam(team, known, { nowMs, days: rules.days }),
      members: members.flatMap((id) => id ?? []),
    });
  }
  const fed = ports.feed.write([...boards].map(fedTeam), ids);
  if (!fed.ok) return fed;
  postBoards(ports.cache, ports.customer, { boards, gone: [] });
  const look = { readAtMs: nowMs, triedAtMs: nowMs, isGood: true, isUnknown: false };
  for (const one of due)
    looks.note(teamId(one.team), { ...look, mark: markOf(one, looks), hasProblems: false });
  looks.save(ids);
  return ok(fed.value.written);
}

function boardOfTeam(
  { name, needs }: Team,
  known: readonly (Board | null)[],
  { nowMs, days }: { readonly nowMs: number; readonly days: number },
): Board {
  const found = known.flatMap((board) => board ?? []);
  const zone = found[0]?.zone ?? 'UTC';
  const planned =
    found.length === 0
      ? unknownAvailability(windowOf(nowMs, zone, days))
      : planTeam(
          needs,
          known.map((board) => board && { window: board, blocks: blocksOnBoard(board) }),
        );
  return {
    ...{ atMs: nowMs, email: name, zone, ...planned.window },
    blocks: boardBlocks(planned),
    ...{ freeAllDay: [], doubles: [], trouble: null },
  };
}

const fedTeam = ([userId, board]: [string, Board]): FedPerson => ({
  ...{ userId, email: board.email, zone: board.zone },
  rows: blocksOnBoard(board).map(({ startMs, endMs, reason }) => ({
    ...{ startMs, endMs },
    why: REASON_WORDS[reason],
  })),
});
