/** Who takes part: choosing, seeing what that means, and the org units there are. */
import { button, buttons, mainButton, runs } from '../card/action';
import { card, fact, oneOf, paragraph, section, standing, textArea } from '../card/card';
import type { Card } from '../card/card-json';
import { DO, SCOPE_INPUTS, TITLE } from './names';
import type { Preview } from './preview';
import { previewSections } from './preview-section';
import type { Part } from './scope';
import { MOST_LINES, type TypedScope } from './typed-scope';
import { grouped, peopleCounted } from './wording';

/**
 * @param typed what is chosen now, or what was typed last.
 * @param problems why that means nobody, one sentence each; empty at first.
 */
export const scopeCard = (typed: TypedScope, problems: readonly string[] = []): Card =>
  card(
    TITLE,
    section(
      'Who takes part',
      ...problems.slice(0, MOST_PROBLEMS).map((problem) => standing('bad', problem)),
      ...(problems.length > MOST_PROBLEMS
        ? [paragraph(`And ${grouped(problems.length - MOST_PROBLEMS)} more lines like these.`)]
        : []),
      oneOf(SCOPE_INPUTS.everyone, 'People of your Workspace', [
        { value: 'yes', text: 'Everyone', isChosen: typed.isEveryone },
        {
          value: 'no',
          text: 'Only the org units and people named below',
          isChosen: !typed.isEveryone,
        },
      ]),
      textArea(SCOPE_INPUTS.takesPart, 'Take part', typed.takesPart, HOW_TO_NAME),
      textArea(SCOPE_INPUTS.except, 'Except', typed.except, HOW_TO_NAME),
      oneOf(SCOPE_INPUTS.leavers, 'People who took part and no longer do', [
        {
          value: 'stay',
          text: 'Stay as they are in the work system',
          isChosen: typed.leavers !== 'deactivate',
        },
        {
          value: 'deactivate',
          text: 'Are deactivated there, not deleted',
          isChosen: typed.leavers === 'deactivate',
        },
      ]),
      paragraph(
        'A person who is named counts before an org unit, and of two org units the nearer one. Nothing is saved before you have seen whom it means.',
      ),
      buttons(
        mainButton('See who that is', runs(DO.tryWho)),
        button('Org units', runs(DO.units)),
        button('Back', runs(DO.show)),
      ),
    ),
  );

const MOST_PROBLEMS = 5;

const HOW_TO_NAME = `Org units such as /Sales, with all below them, and addresses: one on each line, at most ${MOST_LINES}`;

/** What a scope would mean, before it is saved. */
export const triedCard = (
  {
    taking,
    users,
    preview,
  }: {
    readonly taking: number;
    readonly users: number;
    readonly preview: Preview;
  },
  seen: string,
): Card =>
  card(
    TITLE,
    section(
      'Who would take part',
      fact('Take part', `${grouped(taking)} of ${peopleCounted(users)}`),
      paragraph('Nothing has been saved or changed yet.'),
    ),
    ...previewSections(preview),
    section(
      '',
      buttons(
        mainButton(
          taking === 1 ? 'Save: 1 person takes part' : `Save: ${grouped(taking)} people take part`,
          runs(DO.saveWho, { seen }),
        ),
        button('Change it', runs(DO.who)),
      ),
    ),
  );

/** An org unit and how many accounts are in it, with those below. */
export interface UnitCount {
  readonly path: string;
  readonly people: number;
}

const MOST_UNITS = 100;

export const unitsCard = (units: readonly UnitCount[]): Card =>
  card(
    TITLE,
    section(
      'Org units',
      paragraph(
        units
          .slice(0, MOST_UNITS)
          .map(({ path, people }) => `${path} · ${peopleCounted(people)}`)
          .join('\n'),
      ),
      ...(units.length > MOST_UNITS
        ? [paragraph(`And ${grouped(units.length - MOST_UNITS)} more, with fewer people.`)]
        : []),
      paragraph(
        'Everybody below an org unit is counted with it. One without accounts is not listed.',
      ),
      buttons(button('Who takes part', runs(DO.who))),
    ),
  );

/** Why somebody takes part or does not, as the end of a sentence about them. */
export function partWords(part: Part): string {
  if (part.by === 'nothing') return 'Neither they nor an org unit above them is named.';
  if (part.by === 'name') return part.isIn ? 'They are named.' : 'They are named as an exception.';
  return part.isIn
    ? `They are in ${part.unit}.`
    : `They are in ${part.unit}, which is an exception.`;
}
