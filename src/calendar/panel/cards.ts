/** The Calendar side panel's homepage, for every state of a person's sync. */
import { button, buttons, mainButton, runs } from '../../card/action';
import { card, standing, paragraph, section } from '../../card/card';
import type { Button, Card, Widget } from '../../card/card-json';
import { msOf } from '../../kit/clock';
import { unreachable } from '../../kit/unreachable';
import type { OwnRules } from '../entry/own-choices';
import { CALENDAR } from './action-names';
import { filterSentences, WAY_MEANS } from './choices-words';
import type { Mine } from './mine';
import { onCard } from './on-card';
import { previewCard } from './preview-card';
import type { Undoing } from '../boards/undo-board';
import { failureWidgets } from './widgets';
import { withinMinutes } from './sentences';
import type { SyncState } from '../boards/state';
import type { PolicySummary } from '../boards/status-board';

export const TITLE = 'My calendar sync';

const refresh = button('Refresh', runs(CALENDAR.home));

export function calendarCard(
  state: SyncState,
  nowMs: number,
  undoing: Undoing | null = null,
): Card {
  switch (state.kind) {
    case 'not-set-up':
      return card(
        TITLE,
        section(
          'Not set up yet',
          paragraph('Tandem keeps your calendar and your work system in step.'),
          paragraph('A Workspace administrator sets it up once for your organization.'),
        ),
      );
    case 'org-off':
      return orgOffCard(state);
    case 'off':
      return offCard(state);
    case 'looking':
      return waitingCard('Looking at your calendar', [
        `Tandem looks at your calendar and at your activities ${withinMinutes(state.everyMinutes)}, and then shows here what a sync would do.`,
        'Nothing is changed by looking.',
      ]);
    case 'preview-ready':
      return previewCard(state.saved, nowMs);
    case 'starting':
      return waitingCard(
        'Starting',
        [
          `Your sync is on. Its first run is done ${withinMinutes(state.everyMinutes)}; a large calendar takes several runs.`,
        ],
        [button('Turn off', runs(CALENDAR.askOff))],
      );
    case 'on':
      return onCard(state, nowMs, undoing);
    case 'stopping':
      return waitingCard('Turning off', [
        state.copies === 'remove'
          ? `Tandem removes the copies that it made ${withinMinutes(state.everyMinutes)}. Large calendars take several runs.`
          : `The sync stops ${withinMinutes(state.everyMinutes)}. Everything stays where it is.`,
      ]);
    default:
      return unreachable(state);
  }
}

/** The homepage in this state, with what is being undone, and what other features show below a sync that is on. */
export function homeOf(mine: Mine, state: SyncState): Card {
  const isOn = state.kind === 'on';
  const own = calendarCard(state, msOf(mine.now()), isOn ? mine.undoing() : null);
  const more = isOn ? mine.besides() : [];
  return more.length === 0 ? own : { ...own, sections: [...(own.sections ?? []), ...more] };
}

const waitingCard = (
  name: string,
  sentences: readonly string[],
  more: readonly Button[] = [],
): Card =>
  card(
    TITLE,
    section('', standing('waiting', name), ...sentences.map(paragraph), buttons(refresh, ...more)),
  );

const orgOffCard = ({
  isOnForMe,
  isPaused,
}: Extract<SyncState, { readonly kind: 'org-off' }>): Card =>
  card(
    TITLE,
    section(
      '',
      standing('off', isPaused ? 'Paused for your organization' : 'Off for your organization'),
      paragraph(
        isPaused
          ? 'Your Workspace administrator has paused Tandem. Nothing is lost.'
          : 'You can turn on your own sync once your Workspace administrator has turned on the organization’s.',
      ),
      ...(isOnForMe
        ? [paragraph('Your own sync is on. It resumes when your organization’s does.')]
        : []),
      buttons(refresh),
    ),
  );

const offCard = ({ trouble }: Extract<SyncState, { readonly kind: 'off' }>): Card =>
  card(
    TITLE,
    ...(trouble ? [section('The last time', ...failureWidgets(trouble))] : []),
    section(
      '',
      standing('off', 'Off'),
      paragraph(
        'When it is on, events of your Google Calendar become activities in your work system, and activities become events here. Changes and deletions travel both ways, unless you choose otherwise. No mail is sent to guests.',
      ),
      paragraph('First you see what would happen. Nobody but you can turn it on.'),
      buttons(
        mainButton('Turn on my calendar sync', runs(CALENDAR.lookAhead)),
        button('Choose what is synced', runs(CALENDAR.choices)),
      ),
    ),
  );

/** Asked before a sync is turned off (D3). */
export const askOffCard = (): Card =>
  card(
    'Turn off my calendar sync?',
    section(
      '',
      paragraph('What should become of the copies that Tandem made on either side?'),
      paragraph(
        'Keep: everything stays. If you turn it on again later, no duplicates are created.',
      ),
      paragraph(
        'Remove: copies that nobody changed since the last run are deleted. What you entered yourself stays, on both sides.',
      ),
      buttons(
        mainButton('Turn off, keep copies', runs(CALENDAR.turnOff, { copies: 'keep' })),
        button('Turn off, remove copies', runs(CALENDAR.turnOff, { copies: 'remove' })),
      ),
      buttons(button('Leave it on', runs(CALENDAR.home))),
    ),
  );

/** What goes where, by the organization's choices (S30) and the person's own. */
export const typesCard = (
  { types, fields = [] }: Partial<Pick<PolicySummary, 'types' | 'fields'>>,
  { way, filter }: OwnRules,
): Card =>
  card(
    'What is synced',
    section(
      'From Google Calendar',
      ...(way === 'to-google'
        ? [paragraph(NOTHING)]
        : [
            paragraph('Your events, with their series, and meetings that you are invited to.'),
            ...filterSentences(filter).map(paragraph),
          ]),
    ),
    section(
      'From your work system',
      ...(way === 'to-work' ? [paragraph(NOTHING)] : typesWidgets(types ?? null)),
      paragraph('Project tasks are never synced.'),
    ),
    ...(fields.length === 0
      ? []
      : [section('By your organization’s choice', ...fields.map(paragraph))]),
    section(
      '',
      paragraph(WAY_MEANS[way]),
      buttons(
        button('Choose what is synced', runs(CALENDAR.choices)),
        button('Back', runs(CALENDAR.home)),
      ),
    ),
  );

const NOTHING = 'Nothing: you chose that only the other side is copied.';

function typesWidgets(types: readonly string[] | null): Widget[] {
  if (types === null) return [paragraph('Unknown right now. The next run will show it.')];
  return [
    paragraph(
      types.length === 0
        ? 'No activity type: your organization sends none to Google Calendar.'
        : `Activities of these types:\n${types.map((name) => `• ${name}`).join('\n')}`,
    ),
  ];
}
