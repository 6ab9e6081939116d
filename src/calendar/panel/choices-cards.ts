/** The cards on which a person chooses what is synced (TF14, TF15), and sees first what that would change. */
import { button, buttons, mainButton, runs } from '../../card/action';
import { anyOf, card, fact, oneOf, paragraph, section, textInput } from '../../card/card';
import type { Card, CardSection, Widget } from '../../card/card-json';
import type { OwnRules, Way } from '../entry/own-choices';
import { COLORS, OWN_KINDS, type OwnFilter } from '../entry/own-filter';
import { CALENDAR } from './action-names';
import type { Effects } from './choices-effects';
import { filterSentences, OWN_PRIVACY, WAY_MEANS, WAY_NAME } from './choices-words';
import { counted, entriesOf } from './sentences';

const TITLE = 'Choose what is synced';

/** The names of the card's inputs. */
export const INPUTS = {
  way: 'way',
  only: 'only',
  except: 'except',
  colors: 'colors',
  kinds: 'kinds',
  privateEvents: 'privateEvents',
} as const;

/** Choices that one card hands to another. */
export const carrying = (rules: OwnRules) => ({ rules: JSON.stringify(rules) });

export function choicesCard({ way, filter }: OwnRules): Card {
  return card(
    TITLE,
    section(
      'Which way',
      oneOf(INPUTS.way, 'My sync goes', choicesIn(WAY_NAME, [way])),
      paragraph(
        'One way: copies follow their originals. What becomes of edits and deletions of copies is said before you save.',
      ),
    ),
    section(
      'Which events go to my work system',
      paragraph('A series is judged as a whole. What your organization leaves out stays out.'),
      textInput(INPUTS.only, 'Only with one of these in the title', filter.only.join(', '), COMMAS),
      textInput(
        INPUTS.except,
        'Not with one of these in the title',
        filter.except.join(', '),
        COMMAS,
      ),
      anyOf(INPUTS.kinds, 'Leave out', choicesIn(OWN_KINDS, filter.kinds)),
      oneOf(INPUTS.privateEvents, 'Private events', choicesIn(OWN_PRIVACY, [filter.privateEvents])),
    ),
    {
      ...section(
        '',
        anyOf(INPUTS.colors, 'Leave out these colors', choicesIn(COLORS, filter.colors)),
      ),
      header: 'Colors',
      collapsible: true,
      uncollapsibleWidgetsCount: 0,
    },
    section(
      '',
      paragraph('Nothing is saved before you have seen what would change.'),
      buttons(
        mainButton('See what changes', runs(CALENDAR.tryChoices)),
        button('Back', runs(CALENDAR.home)),
      ),
    ),
  );
}

const COMMAS = 'Separate several with commas';

const choicesIn = (words: Readonly<Record<string, string>>, chosen: readonly string[]) =>
  Object.entries(words).map(([value, text]) => ({
    value,
    text,
    isChosen: chosen.includes(value),
  }));

/** What would change, and the question whether activities that are no longer wanted should go. */
export function effectsCard(
  effects: Effects,
  { before, after }: { readonly before: OwnRules; readonly after: OwnRules },
  isOn: boolean,
): Card {
  const goes = isOn && before.way !== 'to-google' && after.way !== 'to-google' ? effects.goes : [];
  return card(
    'What your choices change',
    wayChange(effects, before.way, after.way, isOn),
    ...(after.way === 'to-google' ? [] : [filterChange(effects, after.filter, goes)]),
    section(
      '',
      ...(goes.length > 0
        ? [
            paragraph(
              `Tandem has made activities from ${counted(goes.length, 'entry', 'entries')} that would no longer be copied. Keep: they stay as they are. Remove: they go with the next run, except for what somebody has edited since or had entered there themselves.`,
            ),
          ]
        : []),
      buttons(
        ...saveButtons(after, goes.length > 0),
        button('Back', runs(CALENDAR.choices, carrying(after))),
      ),
    ),
  );
}

function saveButtons(after: OwnRules, isAsked: boolean) {
  const saving = (copies: OwnFilter['copies']) =>
    runs(CALENDAR.saveChoices, carrying({ ...after, filter: { ...after.filter, copies } }));
  return isAsked
    ? [
        mainButton('Save, keep activities', saving('keep')),
        button('Save, remove activities', saving('remove')),
      ]
    : [mainButton('Save', saving(after.filter.copies))];
}

function wayChange(effects: Effects, before: Way, after: Way, isOn: boolean): CardSection {
  const stays: Readonly<Record<Way, string>> = {
    'both-ways': 'The next runs copy what is on one side only.',
    'to-work': `Copies that Tandem has made in Google Calendar stay: ${entriesOf(effects.copies)}. Changes in your work system no longer reach them.`,
    'to-google': `Activities that Tandem has made from your events stay. Your events no longer reach your work system: ${entriesOf(effects.coming.all)} to come.`,
  };
  return section(
    WAY_NAME[after],
    paragraph(WAY_MEANS[after]),
    ...(isOn && before !== after
      ? [paragraph(stays[after]), paragraph('Nothing is deleted by this change.')]
      : []),
  );
}

function filterChange(
  { coming, comes, hidden }: Effects,
  filter: OwnFilter,
  goes: readonly string[],
): CardSection {
  const sentences = filterSentences(filter);
  return section(
    'From Google Calendar',
    ...(sentences.length > 0 ? sentences.map(paragraph) : [paragraph('Nothing is filtered.')]),
    fact('Copied', `${coming.copied} of ${entriesOf(coming.all)} to come`),
    ...listOf('No longer copied', goes),
    ...listOf('Copied from now on', comes),
    ...(hidden > 0
      ? [fact('Private events of which less is shown', entriesOf(hidden), { below: HIDDEN })]
      : []),
  );
}

const HIDDEN = 'The next run removes what was copied of them before.';

const SHOWN = 6;

const listOf = (label: string, titles: readonly string[]): Widget[] =>
  titles.length === 0
    ? []
    : [
        fact(label, entriesOf(titles.length), {
          below: [
            ...titles.slice(0, SHOWN),
            ...(titles.length > SHOWN ? [`and ${titles.length - SHOWN} more`] : []),
          ].join(' · '),
        }),
      ];
