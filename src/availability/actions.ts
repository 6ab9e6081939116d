/** What the buttons do. A person's card shows the caller's own week: whose it is comes from the platform, never from a card. */
import {
  button,
  buttons,
  inputOf,
  notices,
  pushes,
  runs,
  shows,
  type ActionEntry,
  type Actions,
  type Answer,
  type Caller,
  type Inputs,
} from '../card/action';
import { section } from '../card/card';
import type { CardSection } from '../card/card-json';
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import {
  adminTroubleCard,
  availabilityAdminCard,
  type AdminView,
  type PersonLine,
  type TeamLine,
} from './admin-cards';
import { boardOf, looksIn, type Board } from './boards';
import { dayCard, noBoardCard, weekCard } from './cards';
import { feedOf, loadRules } from './due';
import { AVAILABILITY, MINE_TITLE, WHO_INPUT } from './names';
import type { AvailabilityDesk, AvailabilityPorts } from './ports';
import {
  DEFAULT_RULES,
  meaningOf,
  RULE_FORMS,
  RULE_NAMES,
  rulesOf,
  textOfRule,
  type RuleName,
} from './rules';
import { teamsIn } from './team-run';
import { teamId } from './teams';

export function availabilityActions(ports: AvailabilityPorts): Actions {
  const desk = (act: (desk: AvailabilityDesk, inputs: Inputs) => Answer): ActionEntry => ({
    for: 'operator',
    reach: 'workbook',
    run(inputs) {
      const opened = ports.desk();
      return opened.ok ? act(opened.value, inputs) : shows(adminTroubleCard(opened.failure));
    },
  });
  return {
    [AVAILABILITY.mine]: { for: 'everyone', run: (inputs, caller) => mine(ports, inputs, caller) },
    [AVAILABILITY.day]: { for: 'everyone', run: (inputs, caller) => day(ports, inputs, caller) },
    [AVAILABILITY.admin]: {
      ...desk((at) => adminHome(ports, at)),
      for: 'auditor',
      isRead: true,
    },
    [AVAILABILITY.save]: desk((at, inputs) => save(ports, at, inputs)),
    [AVAILABILITY.person]: { for: 'auditor', run: (inputs) => person(ports, inputs) },
    [AVAILABILITY.dayOf]: { for: 'auditor', run: (inputs) => dayOf(ports, inputs) },
    [AVAILABILITY.find]: { ...desk((at, inputs) => find(ports, at, inputs)), for: 'auditor' },
  };
}

const boardIn = ({ cache, customer }: AvailabilityPorts, userId: string | null): Board | null =>
  customer === null || userId === null ? null : boardOf(cache, customer, userId);

const pageIn = (inputs: Inputs): number =>
  Math.min(Math.max(Math.floor(Number(inputOf(inputs, 'page'))) || 0, 0), 10);

/** The way to the card, for the caller's homepage; nothing for somebody whom clients cannot book. */
export function availabilityEntry(ports: AvailabilityPorts, { userId }: Caller): CardSection[] {
  const board = boardIn(ports, userId);
  if (board === null) return [];
  return [section('', buttons(button(MINE_TITLE, runs(AVAILABILITY.mine))))];
}

function mine(ports: AvailabilityPorts, inputs: Inputs, { userId }: Caller): Answer {
  const board = boardIn(ports, userId);
  if (board === null) return pushes(noBoardCard());
  const shown = weekCard({ board, page: pageIn(inputs), title: MINE_TITLE, whose: {} });
  return inputs['page'] ? shows(shown) : pushes(shown);
}

const DATE = /^[1-9]\d{3}-\d\d-\d\d$/;

function dayIn(board: Board | null, inputs: Inputs, members: readonly Board[] = []): Answer {
  const date = inputOf(inputs, 'date');
  return board === null || !DATE.test(date) || Number.isNaN(Date.parse(date))
    ? notices('This is out of date. Open the card again.')
    : pushes(dayCard(board, date, members));
}

const day = (ports: AvailabilityPorts, inputs: Inputs, { userId }: Caller): Answer =>
  dayIn(boardIn(ports, userId), inputs);

function dayOf(ports: AvailabilityPorts, inputs: Inputs): Answer {
  const board = boardIn(ports, inputOf(inputs, 'user'));
  const members = board?.members?.flatMap((userId) => boardIn(ports, userId) ?? []);
  return dayIn(board, inputs, members);
}

/** Somebody of the administrator's own organization: boards of others cannot be reached from here. */
function person(ports: AvailabilityPorts, inputs: Inputs): Answer {
  const user = inputOf(inputs, 'user');
  const board = boardIn(ports, user);
  if (board === null) return notices('Nothing is known yet. The next run looks at it.');
  const shown = weekCard({ board, page: pageIn(inputs), title: board.email, whose: { user } });
  return inputs['page'] ? shows(shown) : pushes(shown);
}

function find(ports: AvailabilityPorts, { people }: AvailabilityDesk, inputs: Inputs): Answer {
  const wanted = inputOf(inputs, WHO_INPUT).trim().toLowerCase();
  const all = people();
  if (!all.ok) return shows(adminTroubleCard(all.failure));
  const found = all.value.find(({ addresses }) => addresses.includes(wanted));
  return found === undefined
    ? notices('Nobody whose calendar sync is on has this address.')
    : person(ports, { user: [found.userId] });
}

function adminHome(ports: AvailabilityPorts, desk: AvailabilityDesk, notice: string | null = null) {
  const view = viewOf(ports, desk);
  return view.ok
    ? shows(availabilityAdminCard(view.value), notice)
    : shows(adminTroubleCard(view.failure), notice);
}

function viewOf(ports: AvailabilityPorts, desk: AvailabilityDesk): Result<AdminView, Failure> {
  const read = loadRules(desk.settings);
  if (!read.ok) return read;
  const { rules, unreadable } = read.value;
  const feed = feedOf({ ...desk, clock: ports.clock }, rules);
  if (!feed.ok) return feed;
  const looks = ports.customer === null ? null : looksIn(ports.cache, ports.customer);
  const people = feed.value.map(({ person: { userId, email } }): PersonLine => {
    const look = looks?.of(userId) ?? null;
    const state = look === null ? 'waiting' : look.isUnknown ? 'unknown' : 'known';
    return { userId, email, state };
  });
  const teams = teamsIn(rules, feed.value).map(({ team, members }): TeamLine => {
    const strangers = team.members.filter((_, index) => members[index] === null);
    return { id: teamId(team), ...team, strangers };
  });
  return ok({ rules, unreadable, people, teams, workbookUrl: desk.workbookUrl });
}

/** What was typed stays on the page when it cannot be saved. */
function save(ports: AvailabilityPorts, desk: AvailabilityDesk, inputs: Inputs): Answer {
  const texts: Partial<Record<RuleName, string>> = {};
  for (const name of RULE_NAMES) texts[name] = inputOf(inputs, name);
  const { rules, unreadable } = rulesOf(texts, DEFAULT_RULES);
  const [wrong] = unreadable;
  if (wrong !== undefined) {
    const form = RULE_FORMS[wrong];
    return notices(`Nothing was saved. ${form.name}: ${meaningOf(form)}.`);
  }
  const saved = desk.settings.save(
    RULE_NAMES.map((name) => ({
      name: RULE_FORMS[name].name,
      value: textOfRule(name, rules),
      meaning: meaningOf(RULE_FORMS[name]),
    })),
  );
  if (!saved.ok) return shows(adminTroubleCard(saved.failure));
  return adminHome(ports, desk, 'Saved. It applies from the next run.');
}
