/** The page Availability: whom clients can book, by which rules, and whose calendar cannot be read. */
import { button, buttons, mainButton, opens, runs } from '../card/action';
import { card, fact, oneOf, paragraph, section, standing, textInput } from '../card/card';
import type { Card, CardSection, Widget } from '../card/card-json';
import { failureSection } from '../card/failure-section';
import type { Failure } from '../kit/failure';
import { ADMIN_TITLE, AVAILABILITY, WHO_INPUT } from './names';
import {
  meaningOf,
  RULE_FORMS,
  RULE_NAMES,
  textOfRule,
  type AvailabilityRules,
  type RuleName,
} from './rules';
import type { Team } from './teams';

export interface PersonLine {
  readonly userId: string;
  readonly email: string;
  readonly state: 'known' | 'unknown' | 'waiting';
}

export interface TeamLine extends Team {
  readonly id: string;
  /** Addresses of members whom clients cannot book. */
  readonly strangers: readonly string[];
}

export interface AdminView {
  readonly rules: AvailabilityRules;
  /** Settings whose cells cannot be read, so that their defaults count. */
  readonly unreadable: readonly RuleName[];
  /** Everybody in the feed. */
  readonly people: readonly PersonLine[];
  readonly teams: readonly TeamLine[];
  readonly workbookUrl: string;
}

/** More people than this are found by their address. */
const MOST_SHOWN = 10;

export const availabilityAdminCard = (view: AdminView): Card =>
  card(
    ADMIN_TITLE,
    stateSection(view),
    ...unreadableSections(view),
    ...unknownSections(view),
    ...peopleSections(view),
    ...teamSections(view),
    rulesSection(view),
  );

function stateSection({ rules, people, workbookUrl }: AdminView): CardSection {
  const open = buttons(button('Open the sheet Availability', opens(workbookUrl)));
  const readable = paragraph(
    'Booking software reads the sheet Availability: one row for each time at which somebody cannot be booked, with a reason and never with a title. Somebody without rows must not be offered.',
  );
  if (rules.who === 'nobody')
    return section(
      '',
      standing('off', 'Off', 'Nobody’s busy times are given to the work system.'),
      readable,
      open,
    );
  const count = people.length === 1 ? '1 person' : `${people.length} people`;
  return section('', standing('good', 'On', `${count}, ${rules.days} days ahead.`), readable, open);
}

const unreadableSections = ({ unreadable }: AdminView): CardSection[] =>
  unreadable.length === 0
    ? []
    : [
        section(
          'Settings that cannot be read',
          ...unreadable.map((name) =>
            standing(
              'bad',
              RULE_FORMS[name].name,
              `The default counts until the sheet Settings has: ${meaningOf(RULE_FORMS[name])}.`,
            ),
          ),
        ),
      ];

function unknownSections({ people }: AdminView): CardSection[] {
  const unknown = people.filter(({ state }) => state === 'unknown');
  if (unknown.length === 0) return [];
  const more = unknown.length - MOST_SHOWN;
  return [
    section(
      'Temporarily not available',
      paragraph(
        'Their calendar could not be read, so clients are offered nothing. The sheet Problems says why and what to do.',
      ),
      ...unknown.slice(0, MOST_SHOWN).map(personLine),
      ...(more > 0 ? [paragraph(`And ${more} more.`)] : []),
    ),
  ];
}

function peopleSections({ people }: AdminView): CardSection[] {
  const others = people.filter(({ state }) => state !== 'unknown');
  if (others.length === 0 && people.length <= MOST_SHOWN) return [];
  return [
    section(
      'People',
      ...others.slice(0, MOST_SHOWN).map(personLine),
      ...(people.length > MOST_SHOWN
        ? [
            textInput(WHO_INPUT, 'Email address'),
            buttons(button('Show the week', runs(AVAILABILITY.find))),
          ]
        : []),
    ),
  ];
}

const teamSections = ({ teams }: AdminView): CardSection[] =>
  teams.length === 0 ? [] : [section('Teams', ...teams.slice(0, MOST_SHOWN).map(teamLine))];

function teamLine({ id, name, needs, members, strangers }: TeamLine): Widget {
  const whom = needs === 'all' ? `All ${members.length} at once` : `One of ${members.length}`;
  return fact(whom, name, {
    below:
      strangers.length === 0
        ? 'Show the week'
        : `Never free, because clients cannot book them: ${strangers.slice(0, MOST_SHOWN).join(', ')}`,
    onClick: runs(AVAILABILITY.person, { user: id }),
  });
}

const STATE_WORDS: Readonly<Record<PersonLine['state'], string>> = {
  known: 'Show the week',
  unknown: 'Calendar not readable',
  waiting: 'The next run looks at the calendar',
};

const personLine = ({ userId, email, state }: PersonLine): Widget =>
  fact('', email, {
    below: STATE_WORDS[state],
    onClick: runs(AVAILABILITY.person, { user: userId }),
  });

const rulesSection = ({ rules }: AdminView): CardSection =>
  section(
    'Rules',
    ...RULE_NAMES.map((name) => ruleInput(name, rules)),
    paragraph(
      'Working hours are Tandem’s own, because Google has no interface for those in Calendar. In the sheet People, a person can have others, and further calendars whose events take their time. All-day events shown as free, declined events and working locations never block.',
    ),
    buttons(mainButton('Save', runs(AVAILABILITY.save))),
  );

function ruleInput(name: RuleName, rules: AvailabilityRules): Widget {
  const form = RULE_FORMS[name];
  if (form.kind !== 'choice')
    return textInput(name, form.name, textOfRule(name, rules), meaningOf(form));
  return oneOf(
    name,
    form.name,
    Object.entries(form.choices).map(([value, text]) => ({
      value,
      text,
      isChosen: rules[name] === value,
    })),
  );
}

export const adminTroubleCard = (failure: Failure): Card =>
  card(ADMIN_TITLE, failureSection(failure, button('Try again', runs(AVAILABILITY.admin))));
