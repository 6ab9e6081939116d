/** What is wrong with an organization's Tandem, on the page Integrations: what, since when, the cure, and one button. */
import { button, buttons, opens, runs } from '../card/action';
import { paragraph, section, standing as sentenceWith } from '../card/card';
import type { Button, CardSection } from '../card/card-json';
import { failureWords } from '../card/failure-words';
import { timeWords } from '../kit/date-words';
import type { FailureKind } from '../kit/failure';
import { INSTALL, type InstallAction } from './names';
import type { ShownTrouble } from './standing';
import type { Surroundings } from './surroundings';

/** More would not fit on the card; the others show once these are cured. */
const MOST_SHOWN = 4;

interface Next {
  readonly text: string;
  readonly action: InstallAction;
}

const CHANGE_ACCOUNT: Next = { text: 'Change sync account', action: INSTALL.changeAccount };
const STEPS: Next = { text: 'Show the steps', action: INSTALL.administrator };
const AUTHORIZE: Next = { text: 'Authorize again', action: INSTALL.authorize };

/** Buttons that lead on from certain failures. All others lead to the place of their feature. */
const NEXT: Readonly<Partial<Record<FailureKind, Next>>> = {
  'sync-account-gone': CHANGE_ACCOUNT,
  'not-directory-admin': CHANGE_ACCOUNT,
  'directory-partly-readable': CHANGE_ACCOUNT,
  'deputy-gone': { text: 'Change deputy', action: INSTALL.deputy },
  'not-installed': STEPS,
  'runs-stopped': STEPS,
  'outside-install': STEPS,
  'unauthorized-client': STEPS,
  'delegation-mismatch': STEPS,
  'scope-not-delegated': STEPS,
  'workbook-restored': {
    text: 'Go on with the workbook as it is',
    action: INSTALL.acceptRestored,
  },
  'missing-scopes': AUTHORIZE,
  'grant-revoked': AUTHORIZE,
};

const CHECK: Next = { text: 'Check again', action: INSTALL.check };

/** Empty when all is well. */
export function troubleSections(
  troubles: readonly ShownTrouble[],
  around: Pick<Surroundings, 'placeOf'>,
): readonly CardSection[] {
  const shown = troubles.slice(0, MOST_SHOWN);
  const rest = troubles.length - shown.length;
  return [
    ...shown.map((trouble) => troubleSection(trouble, around)),
    ...(rest > 0
      ? [section('', paragraph(`${rest} more; they show when these are put right.`))]
      : []),
  ];
}

function troubleSection(trouble: ShownTrouble, around: Pick<Surroundings, 'placeOf'>): CardSection {
  const { state, failure, since, feature } = trouble;
  const { heading, meaning, cure, link } = failureWords(failure);
  const next = nextButton(failure.kind, feature, around);
  return section(
    state === 'broken' ? 'Not working' : 'Not as it should be',
    sentenceWith(state === 'broken' ? 'bad' : 'waiting', heading, sinceText(since)),
    paragraph(meaning),
    paragraph(cure),
    buttons(...(link ? [button(link.text, opens(link.url))] : []), next),
  );
}

const sinceText = (since: string | null): string =>
  since === null ? 'Found just now' : `Since ${timeWords(since)}`;

function nextButton(
  kind: FailureKind,
  feature: string | null,
  { placeOf }: Pick<Surroundings, 'placeOf'>,
): Button {
  const place = feature === null ? null : placeOf(feature);
  const { text, action } = NEXT[kind] ?? place ?? CHECK;
  return button(text, runs(action));
}
