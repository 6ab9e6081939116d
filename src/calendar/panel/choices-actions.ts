/** Choosing what is synced: everybody for themselves (S26). */
import {
  inputOf,
  notices,
  pushes,
  restarts,
  shows,
  type Actions,
  type Answer,
  type Caller,
  type Inputs,
} from '../../card/action';
import { decoderOf } from '../../kit/decoder';
import { jsonOf } from '../../kit/json';
import { NO_RULES, ownRulesForm, type OwnRules } from '../entry/own-choices';
import { MOST_WORDS, WORD_CHARACTERS } from '../entry/own-filter';
import { syncWindow } from '../entry/sync-window';
import { CALENDAR } from './action-names';
import type { CalendarActionPorts } from './action-ports';
import { homeOf } from './cards';
import { choicesCard, effectsCard, INPUTS } from './choices-cards';
import { effectsOf } from './choices-effects';
import type { ForEveryone } from './conflict-actions';
import type { Mine } from './mine';

export const choicesActions = (ports: CalendarActionPorts, everyone: ForEveryone): Actions => ({
  [CALENDAR.choices]: everyone((mine, inputs) => {
    const carried = carriedBy(inputs);
    return carried ? shows(choicesCard(carried)) : pushes(choicesCard(rulesOf(mine)));
  }),
  [CALENDAR.tryChoices]: everyone((mine, inputs, caller) =>
    tryChoices(ports, mine, inputs, caller),
  ),
  [CALENDAR.saveChoices]: everyone(saveChoices),
});

export const rulesOf = (mine: Mine): OwnRules => mine.choices().rules ?? NO_RULES;

const decode = decoderOf<OwnRules>(ownRulesForm);

const carriedBy = (inputs: Inputs): OwnRules | null => decode(jsonOf(inputOf(inputs, 'rules')));

/** What was typed on the card; null for what none of our cards sends, or for more words than can be kept. */
function typedIn(inputs: Inputs, { filter }: OwnRules): OwnRules | null {
  const words = (name: string): string[] => [
    ...new Set(
      inputOf(inputs, name)
        .split(/[,;\n]/)
        .map((word) => word.trim())
        .filter((word) => word !== ''),
    ),
  ];
  return decode({
    way: inputOf(inputs, INPUTS.way),
    filter: {
      only: words(INPUTS.only),
      except: words(INPUTS.except),
      colors: inputs[INPUTS.colors] ?? [],
      kinds: inputs[INPUTS.kinds] ?? [],
      privateEvents: inputOf(inputs, INPUTS.privateEvents),
      copies: filter.copies,
    },
  });
}

function tryChoices(
  ports: CalendarActionPorts,
  mine: Mine,
  inputs: Inputs,
  { email }: Caller,
): Answer {
  const before = rulesOf(mine);
  const after = typedIn(inputs, before);
  if (after === null) return notices(TOO_MUCH);
  const now = mine.now();
  const events = ports.ownEvents(syncWindow(now, 'Etc/UTC').fromInstant);
  if (!events.ok) return notices(UNREAD);
  const state = mine.state();
  const status = state.kind === 'on' ? state.status : null;
  const effects = effectsOf(
    events.value,
    { before, after },
    {
      policy: mine.board?.policy() ?? null,
      organizers: status?.organizers ?? [],
      person: { email, addresses: [email], zone: 'Etc/UTC', choices: mine.choices() },
      now,
    },
  );
  return shows(effectsCard(effects, { before, after }, state.kind === 'on'));
}

const TOO_MUCH = `Enter at most ${MOST_WORDS} words or phrases on each line, of at most ${WORD_CHARACTERS} characters.`;
const UNREAD = 'Google does not show your events to Tandem right now. Try again in a moment.';
const LATER = 'Tandem could not save that right now. Try again in a moment.';

function saveChoices(mine: Mine, inputs: Inputs): Answer {
  const rules = carriedBy(inputs);
  if (rules === null) return restarts(homeOf(mine, mine.state()));
  const state = mine.state();
  const saved = mine.chooseRules(rules);
  if (!saved.ok) return notices(LATER);
  // A preview of other choices is no preview of these.
  if (state.kind === 'preview-ready') {
    mine.forgetPreview();
    void mine.wish({ kind: 'preview', at: mine.now() });
  }
  return restarts(homeOf(mine, mine.state()), 'Saved.');
}
