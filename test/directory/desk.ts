import { checkCard } from '../../emulator/card/check';
import { CARD_DOOR, type Answer, type Inputs } from '../../src/card/action';
import type { Card } from '../../src/card/card-json';
import { directoryActions } from '../../src/directory/actions';
import type { DirectoryDesk } from '../../src/directory/desk';
import { directoryState } from '../../src/directory/state';
import { ok } from '../../src/kit/result';
import { users } from './people';
import { World } from './world';

const ADMIN = { userId: 'u-admin', email: 'admin@example.com', domain: 'example.com' };
export const HOUR_MS = 3_600_000;

/** The Admin page of an organization. */
export class Desk {
  readonly world = new World({ isApproved: false });
  starts = 0;
  leftMs = 30_000;
  /** How people's calendar sync stands, by Google's id. */
  syncs: Readonly<Record<string, string>> = {};
  /** Whether a run that is started runs at once. */
  runsInClick = false;
  readonly desk: DirectoryDesk = {
    ...this.world.parts(),
    runs: this.world.runs,
    syncs: () => ok(new Map(Object.entries(this.syncs))),
    clock: this.world.clock,
    deadline: { left: () => this.leftMs },
    start: () => {
      this.starts += 1;
      if (this.runsInClick) this.world.run();
      return ok(null);
    },
    workbookUrl: 'https://docs.google.com/spreadsheets/d/x',
    everyMs: HOUR_MS,
  };
  readonly actions = directoryActions({ desk: () => ok(this.desk) });
  answer: Answer = this.press('directory.show');

  press(name: string, inputs: Inputs = {}): Answer {
    this.answer = this.actions[name]!.run(inputs, ADMIN);
    if (this.answer.card) expect(problemsOf(this.answer.card)).toEqual([]);
    return this.answer;
  }

  /** Presses the button that says so. */
  click(text: string): Answer {
    const found = buttonsOf(this.answer.card!).find((button) => button.text === text);
    if (!found) throw new Error(`No button "${text}" among: ${this.buttons().join(', ')}`);
    expect(found.onClick.action?.function).toBe(CARD_DOOR);
    const given = new Map(found.onClick.action?.parameters?.map(({ key, value }) => [key, value]));
    const inputs = Object.fromEntries([...given].map(([key, value]) => [key, [String(value)]]));
    return this.press(String(given.get('do')), inputs);
  }

  buttons = (): string[] => buttonsOf(this.answer.card!).map(({ text }) => text);
  says = (): string => JSON.stringify(this.answer.card);
  state = () => {
    const state = directoryState(this.desk);
    if (!state.ok) throw new Error('No state.');
    return state.value;
  };
}

const widgetsOf = ({ sections = [] }: Card) => sections.flatMap(({ widgets = [] }) => widgets);

const problemsOf = (card: Card): unknown[] => [
  ...checkCard(card),
  ...(widgetsOf(card).length > 30 ? ['too many widgets'] : []),
];

interface ShownButton {
  readonly text: string;
  readonly onClick: {
    readonly action?: {
      readonly function?: string;
      readonly parameters?: readonly { readonly key?: string; readonly value?: string }[];
    };
  };
}

const buttonsOf = (card: Card): ShownButton[] =>
  widgetsOf(card).flatMap((widget) =>
    'buttonList' in widget ? (widget.buttonList!.buttons as unknown as ShownButton[]) : [],
  );

/** People came in already. */
export function filled(count = 62): Desk {
  const page = new Desk();
  page.world.directory.people = users(count);
  page.click('Look at what will happen');
  page.click(`Bring ${count} people in`);
  page.world.run();
  page.world.clock.sleep(1000);
  page.press('directory.show');
  return page;
}
