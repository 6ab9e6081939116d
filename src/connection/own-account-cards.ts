/** Cards on which an organization gives Tandem its own service account, and takes it back. */
import { button, buttons, mainButton, opens, runs } from '../card/action';
import {
  card,
  fact,
  paragraph,
  section,
  sentence,
  standing,
  textArea,
  textInput,
} from '../card/card';
import type { Card, CardSection, Widget } from '../card/card-json';
import { PLACES } from '../card/consoles';
import { EMAIL_INPUT, KEY_INPUT } from '../card/door-names';
import { failureWords } from '../card/failure-words';
import { msOf } from '../kit/clock';
import { dateWords } from '../kit/date-words';
import type { Failure } from '../kit/failure';
import { CONNECTION } from './names';
import type { OwnView } from './own-account';

/** What the form begins with. */
interface Typed {
  readonly email: string;
}

/** S10-S13, S16-S18, D16, D25. @param servesOthers whether the script serves other organizations too: then the card says why not. */
export const ownAccountCard = ({
  email,
  servesOthers,
}: Typed & { readonly servesOthers: boolean }): Card =>
  card('Your own service account', ...(servesOthers ? [notHere()] : form(email)));

/** Why it was not saved, with the form to try again. The file has to be chosen again: no card ever holds a key. */
export const refusedKeyCard = (
  failure: Failure,
  { email, isKeyless }: Typed & { readonly isKeyless: boolean },
): Card => {
  const { heading, meaning, cure } = failureWords(failure);
  const isOfFile = failure.kind === 'invalid-key';
  const isYoung = failure.kind === 'key-revoked' || failure.kind === 'service-account-deleted';
  return card(
    'Your own service account',
    section(
      'Not saved',
      paragraph(isOfFile ? meaning : `${heading}. ${meaning}`),
      ...(isYoung
        ? [
            paragraph(
              'Compare the address with the one in Google’s console. A key that was just created may take a minute until Google accepts it.',
            ),
          ]
        : []),
      ...(isKeyless && !isOfFile ? [paragraph(cure)] : []),
    ),
    ...form(email),
  );
};

const notHere = (): CardSection =>
  section(
    'Not in this installation',
    paragraph(
      'This installation of Tandem serves several organizations, so it holds no key but its publisher’s: whoever may edit its script could read yours. Publish Tandem yourself, for your organization alone, to use your own.',
    ),
  );

const form = (email: string): readonly CardSection[] => [
  section(
    'In the Google Cloud console',
    paragraph(
      'In a project of your organization, enable the Google Calendar API, create a service account, and create a key: P12 or JSON. Tandem needs no role for it in the project, so leave out Project → Editor.',
    ),
    buttons(button(PLACES.serviceAccounts.link.text, opens(PLACES.serviceAccounts.link.url))),
  ),
  section(
    'In Tandem',
    textInput(EMAIL_INPUT, 'Service account email', email, 'It ends in gserviceaccount.com'),
    textArea(KEY_INPUT, 'Private key', '', 'Paste the whole content of the JSON key file'),
    paragraph(
      'The key is kept where editors of Tandem’s script can read it. Nobody is shown it again.',
    ),
    buttons(mainButton('Save', runs(CONNECTION.saveKey))),
  ),
  section(
    'Or without a key',
    paragraph(
      `If your organization allows no keys, or you would rather keep none: type the address above. On the service account, give yourself and the sync account the role Service Account Token Creator; enable the IAM Service Account Credentials API in the Cloud project of Tandem’s script, and add the scope cloud-platform to its manifest.`,
    ),
    buttons(button('Use it without a key', runs(CONNECTION.saveKeyless))),
  ),
];

const DAY_MS = 86_400_000;

/** Google advises to replace keys at least this often. @see https://cloud.google.com/iam/docs/best-practices-for-managing-service-account-keys */
export const OLD_AFTER_DAYS = 90;

/** The keys of the organization's own account, without the keys (D17, TB12). */
export function keyWidgets({ keys, isKeyless }: OwnView, nowMs: number): readonly Widget[] {
  if (isKeyless) return [sentence('Without a key', 'Google signs for whoever runs Tandem.')];
  const [first] = keys;
  const days = first ? Math.floor((nowMs - msOf(first.madeAt ?? first.addedAt)) / DAY_MS) : 0;
  return [
    ...keys.map(({ fingerprint, madeAt, addedAt }, index) =>
      fact(index === 0 ? 'Key' : 'Key before it', `${fingerprint}…`, {
        below: `${madeAt === null ? '' : `Created on ${dateWords(madeAt)}, `}${madeAt === null ? 'Added' : 'added'} on ${dateWords(addedAt)}. The key itself is never shown.`,
      }),
    ),
    ...(days >= OLD_AFTER_DAYS
      ? [
          standing(
            'bad',
            `This key is ${days} days old`,
            `Google advises a new one every ${OLD_AFTER_DAYS} days: create one, add it here, then delete this one.`,
          ),
        ]
      : []),
  ];
}

/** Buttons for what can be done with the organization's own account. */
export const ownButtons = ({ keys, isKeyless }: OwnView): Widget =>
  buttons(
    button(isKeyless ? 'Change it' : 'Add a new key', runs(CONNECTION.own)),
    ...(keys.length > 1
      ? [
          button('Use the key before it', runs(CONNECTION.keyBefore)),
          button('Remove the key before it', runs(CONNECTION.dropKey)),
        ]
      : []),
    button('Remove it', runs(CONNECTION.askRemove)),
  );

/** @param publishers the address of the publisher's service account; null where there is none. */
export const removeCard = (email: string, publishers: string | null): Card =>
  card(
    'Remove your own service account',
    section(
      email,
      paragraph(
        publishers === null
          ? 'Without it Tandem has no service account: everybody’s calendar sync and availability stop until you add one.'
          : `Calendars are then reached as ${publishers}, the publisher’s. If that is not delegated, everybody’s calendar sync and availability stop.`,
      ),
      paragraph(
        'Tandem deletes its keys and cannot bring them back. In Google’s consoles nothing changes: delete the key and the delegation there.',
      ),
      buttons(
        mainButton('Remove it and its keys', runs(CONNECTION.remove)),
        button('Keep it', runs(CONNECTION.show)),
      ),
    ),
  );
