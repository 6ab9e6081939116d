/** The Admin page's card about calendars. */
import { failureWords } from '../../card/failure-words';
import { button, buttons, mainButton, opens, runs } from '../../card/action';
import { anyOf, card, fact, standing, oneOf, paragraph, section } from '../../card/card';
import type { Card, CardSection, Widget } from '../../card/card-json';
import type { Failure } from '../../kit/failure';
import type { FreshnessDay } from '../boards/freshness-log';
import { CALENDAR } from './action-names';
import { colleaguesSection } from './colleagues-text';
import { freshnessSection } from './freshness-section';
import type { SayableFailure } from '../boards/sayable';
import { counted } from './sentences';
import type { ActivityType, CalendarSettings } from '../settings';
import { SETTING_WORDS } from '../setting-words';
import { choice, wordedChoice } from './setting-widgets';
import { failureWidgets } from './widgets';

export interface AdminView {
  readonly isCalendarOn: boolean;
  readonly everyMinutes: number | null;
  readonly settings: CalendarSettings;
  /** Whether the settings are chosen but not saved. */
  readonly isUnsaved: boolean;
  readonly types: readonly ActivityType[];
  readonly people: {
    readonly on: number;
    readonly failing: number;
    /** People who have to decide about a held run. */
    readonly held: number;
    readonly starting: number;
    /** People whose sync Tandem has turned off. */
    readonly out: number;
  };
  readonly freshness: { readonly days: readonly FreshnessDay[]; readonly nowMs: number };
  readonly workbookUrl: string | null;
  /** Why the last run ended before it reached everybody; null when it reached them. */
  readonly trouble: SayableFailure | null;
}

const TITLE = 'Calendar sync';

/** @param view null before the installation has been finalized. */
export const calendarAdminCard = (view: AdminView | null): Card =>
  view === null
    ? card(
        TITLE,
        section(
          '',
          standing('off', 'Not available yet'),
          paragraph('Finalize the installation first. The calendar sync stays off until then.'),
        ),
      )
    : card(
        TITLE,
        ...troubleSections(view),
        switchSection(view),
        peopleSection(view),
        ...(view.isCalendarOn ? [colleaguesSection(view.settings)] : []),
        freshnessSection(view.freshness.days, view.freshness.nowMs),
        section(
          'Undo',
          paragraph(
            'Puts back, for everybody, what one run of Tandem changed. You see first what that would be.',
          ),
          buttons(button('Undo a run', runs(CALENDAR.runUndo))),
        ),
        ...settingsSections(view),
      );

/** Leads to the checks, which have the evidence and the cure. */
const troubleSections = ({ trouble }: AdminView): CardSection[] =>
  trouble === null
    ? []
    : [
        section(
          'Nobody is being synced right now',
          ...failureWidgets(trouble),
          buttons(button('Look again', runs(CALENDAR.admin))),
        ),
      ];

function switchSection({ isCalendarOn, everyMinutes, people, settings }: AdminView): CardSection {
  const runsEvery =
    everyMinutes === null
      ? 'Nothing runs yet: choose “Finalize Google Workspace sync” on the page Integrations.'
      : `Tandem runs ${everyMinutes === 1 ? 'every minute' : `every ${everyMinutes} minutes`}. People see on their own card how fresh their calendar is.`;
  return isCalendarOn
    ? section(
        'For the whole organization',
        standing(
          'good',
          'On',
          `Each person turns on their own sync; nobody can do it for them. ${settings.whoConnects === 'administrators' ? 'Whom administrators have connected is on the page Connected people. ' : ''}${runsEvery}`,
        ),
        buttons(
          button(
            'Turn off for everybody',
            runs(CALENDAR.askSwitchOff, { people: String(people.on) }),
          ),
        ),
      )
    : section(
        'For the whole organization',
        standing(
          'off',
          'Off',
          'Nothing is read or written. What people decided for themselves is kept.',
        ),
        buttons(mainButton('Turn on', runs(CALENDAR.switchOn))),
      );
}

function peopleSection({ people, workbookUrl }: AdminView): CardSection {
  const more: Widget[] = [
    ...(people.failing > 0 ? [fact('Failing', counted(people.failing, 'person', 'people'))] : []),
    ...(people.held > 0
      ? [fact('Waiting for the person’s approval', counted(people.held, 'person', 'people'))]
      : []),
    ...(people.starting > 0
      ? [fact('Starting', counted(people.starting, 'person', 'people'))]
      : []),
    ...(people.out > 0
      ? [
          fact('Turned off by Tandem', counted(people.out, 'person', 'people'), {
            below: 'Their account was suspended, or is inactive in the work system.',
          }),
        ]
      : []),
  ];
  return section(
    'People',
    fact('On', people.on === 0 ? 'Nobody yet' : counted(people.on, 'person', 'people')),
    ...more,
    ...(workbookUrl === null
      ? []
      : [buttons(button('Open the sheet Connections', opens(workbookUrl)))]),
  );
}

function settingsSections({ settings, types, isUnsaved }: AdminView): CardSection[] {
  const usable = types.filter(({ isTask }) => !isTask);
  const chosen = settings.types;
  const isChosen = (id: string): boolean => chosen.kind === 'all' || chosen.ids.includes(id);
  return [
    section(
      'From the work system to Google',
      choice('whichTypes', SETTING_WORDS.types.name, chosen.kind, {
        all: 'All, including types added later',
        chosen: 'Only the types ticked below',
      }),
      ...(usable.length > 0
        ? [
            anyOf(
              'types',
              'Types',
              usable.map(({ id, name }) => ({ value: id, text: name, isChosen: isChosen(id) })),
            ),
          ]
        : [paragraph('The work system has no activity types.')]),
      paragraph(
        'Project tasks are never synced. Copies of a type that is no longer ticked stay where they are.',
      ),
      buttons(button('Events that Tandem makes', runs(CALENDAR.madeEvents))),
    ),
    section(
      'From Google to the work system',
      wordedChoice('privateEvents', settings),
      paragraph(
        'Private events become activities of the type Personal, where there is one. When less may be copied than before, the next runs remove what was copied from the work system.',
      ),
      wordedChoice('specialEvents', settings),
      oneOf('defaultType', SETTING_WORDS.defaultTypeId.name, [
        {
          value: '',
          text: 'The work system’s own default',
          isChosen: settings.defaultTypeId === null,
        },
        ...usable.map(({ id, name }) => ({
          value: id,
          text: name,
          isChosen: settings.defaultTypeId === id,
        })),
      ]),
    ),
    section(
      'Changed on both sides',
      wordedChoice('winner', settings),
      paragraph('Where it is not known which change is the newest, Google Calendar wins.'),
      ...(isUnsaved ? [UNSAVED] : []),
      buttons(
        mainButton('Save', runs(CALENDAR.saveSettings)),
        button('Fields that go one way', runs(CALENDAR.fieldWays)),
      ),
    ),
  ];
}

const UNSAVED = standing(
  'waiting',
  'Not saved yet',
  'What you chose above applies once you press Save.',
);

/** Shown when the card cannot be shown or the change cannot be made. */
export function calendarTroubleCard(failure: Failure): Card {
  const { heading, meaning, cure, link } = failureWords(failure);
  return card(
    TITLE,
    section(
      '',
      standing('bad', heading, meaning),
      paragraph(cure),
      buttons(
        ...(link ? [button(link.text, opens(link.url))] : []),
        button('Try again', runs(CALENDAR.admin)),
      ),
    ),
  );
}
