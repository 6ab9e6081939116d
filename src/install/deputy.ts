/** Who stands in when the sync account is gone: another super administrator, with whom the workbook is shared. */
import { button, buttons, inputOf, mainButton, runs, type Inputs } from '../card/action';
import { card, oneOf, paragraph, section } from '../card/card';
import type { Card, Widget } from '../card/card-json';
import type { Person } from '../kit/person';
import { INSTALL } from './names';
import { isAccount, type Administrator, type Tenant } from './tenant';

/** The input that names the deputy: a user id, or `NOBODY`. */
export const DEPUTY_INPUT = 'deputy';
const NOBODY = 'nobody';

/** The choice on a card; `unsaid` when the card did not ask. */
export type Wanted =
  { readonly kind: 'unsaid' } | { readonly kind: 'said'; readonly userId: string };

export function wantedDeputy(inputs: Inputs): Wanted {
  const userId = inputOf(inputs, DEPUTY_INPUT);
  return userId === '' ? { kind: 'unsaid' } : { kind: 'said', userId };
}

/**
 * The deputy after finalizing: the chosen one; otherwise the present one, the former sync account, or the first candidate. Null
 * when there is no other super administrator, or none is wanted.
 */
export function deputyAfter(
  wanted: Wanted,
  candidates: readonly Person[],
  current: Pick<Tenant, 'syncAccount' | 'deputy'> | null,
): Person | null {
  if (wanted.kind === 'said')
    return candidates.find(({ userId }) => userId === wanted.userId) ?? null;
  const before = current === null ? [] : [current.deputy, current.syncAccount];
  const [stays] = before.flatMap((one) => (one && candidateFor(one, candidates)) ?? []);
  return stays ?? candidates[0] ?? null;
}

const candidateFor = (one: Administrator, candidates: readonly Person[]): Person | undefined =>
  candidates.find((candidate) => isAccount(one, candidate));

/** A list to choose from; empty when there is nobody to choose. */
export const deputyChoice = (
  candidates: readonly Person[],
  chosen: Administrator | null,
): readonly Widget[] =>
  candidates.length === 0
    ? []
    : [
        oneOf(DEPUTY_INPUT, 'Deputy', [
          ...candidates.map((one) => ({
            value: one.userId,
            text: one.email,
            isChosen: chosen !== null && isAccount(chosen, one),
          })),
          { value: NOBODY, text: 'Nobody', isChosen: chosen === null },
        ]),
        paragraph(
          'A deputy can open the workbook, and can take the sync account’s place when it is gone.',
        ),
      ];

/** Changing the deputy of an organization that is set up. */
export const deputyCard = (
  { deputy }: Pick<Tenant, 'deputy'>,
  candidates: readonly Person[],
): Card =>
  card(
    'Change deputy',
    section(
      '',
      ...(candidates.length === 0
        ? [
            paragraph(
              'Your organization has no other super administrator. Once it has, one can be named here.',
            ),
            buttons(button('Back', runs(INSTALL.open))),
          ]
        : [
            ...deputyChoice(candidates, deputy),
            buttons(
              mainButton('Save', runs(INSTALL.saveDeputy)),
              button('Back', runs(INSTALL.open)),
            ),
          ]),
    ),
  );
