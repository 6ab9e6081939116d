/** Teams that clients can book as one: somebody of them, or all of them at once. */

export interface Team {
  readonly name: string;
  readonly needs: 'one' | 'all';
  /** Addresses in lower case. */
  readonly members: readonly string[];
}

/** What stands for the team where people have their Google ids. */
export const teamId = ({ name }: Pick<Team, 'name'>): string => `team:${name}`;

/** All teams have to fit into a cell, and each takes rows like a person. */
const MOST_TEAMS = 20;
const MOST_MEMBERS = 50;

/** Null for a text that cannot be read. `Front desk: ann@acme.example, bob@acme.example; Surgery (all): …` */
export function teamsOf(text: string): readonly Team[] | null {
  const parts = text.split(';').filter((part) => part.trim() !== '');
  const teams = parts.map(teamIn);
  const names = new Set(teams.map((team) => team?.name.toLowerCase()));
  return teams.every((team): team is Team => team !== null) &&
    names.size === teams.length &&
    teams.length <= MOST_TEAMS
    ? teams
    : null;
}

function teamIn(text: string): Team | null {
  const [, name = '', all, list = ''] =
    /^\s*([^:@]{1,60}?)\s*(\(all\))?\s*:([^:]+)$/i.exec(text) ?? [];
  const members = [
    ...new Set(
      list
        .toLowerCase()
        .split(',')
        .map((one) => one.trim()),
    ),
  ];
  const areAddresses = members.every((one) => /^[^\s@]+@[^\s@]+$/.test(one));
  return name !== '' && areAddresses && members.length <= MOST_MEMBERS
    ? { name, needs: all ? 'all' : 'one', members }
    : null;
}
