// Our built add-on, driven as people drive it: by what a screen says and which of its buttons they press.
import { join } from 'node:path';
import { checkAnswer, messageNameOf } from '../../emulator/card/answer-check';
import { openPanel, runPanelFunction, grantActiveDocument } from '../../emulator/add-on/panel';
import type { HostContext } from '../../emulator/add-on/event-object';
import type { LocalWorkspace } from '../../emulator/local-workspace';
import { Host, type HostOptions } from '../../emulator/workspace-host';
import { ADMIN_ACTIONS } from '../../emulator/workspace/admin-actions';
import { findPrincipal } from '../../emulator/workspace/directory/accounts';
import type { UserPrincipal } from '../../emulator/workspace/caller';
import type { Action, Card } from '../../src/card/card-json';
import type { Page } from '../../src/card/page';
import { clickables, filled, lists, parametersOf, textsOf, type Inputs } from './card-reading';
import { stepsOf, type Step } from './panel-steps';

/** The add-on as `npm run build` left it. */
export const BUILT = join(__dirname, '../../build/gas');

/** The properties that build/start.mjs sets. */
export const PUBLISHER = {
  serviceAccountKey: 'publisher.service-account-key',
  projectNumber: 'publisher.project-number',
};

/** A Workspace with Tandem in its Marketplace. */
export const offeredTandem = (options: HostOptions = {}): LocalWorkspace =>
  new Host({
    script: BUILT,
    scriptOwner: 'vendor',
    publisher: PUBLISHER,
    latency: 'none',
    ...options,
  }).workspace;

export const principal = (workspace: LocalWorkspace, email: string): UserPrincipal =>
  findPrincipal(workspace.state.directory, email)!;

/** Does something in one of Google's consoles. */
export const inConsole = (
  workspace: LocalWorkspace,
  as: string,
  action: string,
  input: Record<string, unknown>,
): unknown => {
  const found = ADMIN_ACTIONS[action];
  if (!found) throw new Error(`No console has the action ${action}.`);
  return found(workspace, principal(workspace, as), input as never);
};

/** The cards that somebody sees, on any surface. */
export abstract class Screen {
  protected stack: Card[][] = [];
  notice: string | null = null;
  opened: string | null = null;

  constructor(
    readonly workspace: LocalWorkspace,
    readonly person: string,
  ) {}

  get cards(): readonly Card[] {
    return this.stack[this.stack.length - 1] ?? [];
  }

  /** All text on the cards, widget by widget, without markup. */
  get text(): string {
    return this.cards.flatMap(textsOf).join('\n');
  }

  /** Presses the button, or the line, with this text. */
  press(text: string, inputs: Inputs = {}): this {
    const click = this.cards.flatMap(clickables).find((found) => found.text === text);
    if (!click)
      throw new Error(`No button "${text}" among: ${this.buttons().join(', ')}\n${this.text}`);
    if (click.onClick.openLink) this.opened = click.onClick.openLink.url ?? null;
    else if (click.onClick.action)
      this.run(click.onClick.action, { ...filled(this.cards), ...inputs });
    return this;
  }

  buttons(): string[] {
    return this.cards.flatMap(clickables).map(({ text }) => text);
  }

  protected abstract run(action: Action, inputs: Inputs): void;
}

/** Tandem's Admin page, which calls its door. */
export class AdminPage extends Screen {
  page: Page | null = null;

  /** Opens it, or another of its places by title. */
  open(title?: string): this {
    if (title === undefined) return this.ask('', {});
    const place = this.page?.places.find((found) => found.title === title);
    if (!place)
      throw new Error(`No place "${title}" among ${this.page?.places.map((p) => p.title)}`);
    return this.ask('page.open', { place: [place.action] });
  }

  /** The same page in a copy of its Workspace. */
  inCopy(workspace: LocalWorkspace): AdminPage {
    const { page, notice, opened } = this;
    const copy = Object.assign(new AdminPage(workspace, this.person), { page, notice, opened });
    copy.stack = this.stack.map((cards) => [...cards]);
    return copy;
  }

  protected run(action: Action, inputs: Inputs): void {
    const parameters = parametersOf(action);
    const { do: name = '', ...rest } = parameters;
    this.ask(name, { ...inputs, ...lists(rest) });
  }

  private ask(action: string, inputs: Inputs): this {
    const { execution, value } = this.workspace.run('adminPage', {
      as: this.person,
      surface: 'webapp',
      parameters: [action, inputs],
    });
    if (execution.error)
      throw new Error(`${execution.error.message}\n${execution.error.stack ?? ''}`);
    const page = JSON.parse(value as string) as Page;
    this.page = page;
    this.notice = page.notice;
    if (page.open !== null) this.opened = page.open;
    if (page.cards === null) return this;
    const problems = page.cards.flatMap((card) => checkAnswer(card));
    if (problems.length > 0) throw new Error(`Not a valid card: ${JSON.stringify(problems)}`);
    if (page.how === 'push') this.stack.push([...page.cards]);
    else if (page.how === 'root') this.stack = [[...page.cards]];
    else this.stack = [...this.stack.slice(0, -1), [...page.cards]];
    return this;
  }
}

/** The add-on in the side panel of Calendar or Sheets. */
export class Panel extends Screen {
  constructor(
    workspace: LocalWorkspace,
    person: string,
    private readonly context: HostContext,
  ) {
    super(workspace, person);
  }

  open(): this {
    return this.take(
      openPanel(this.workspace, principal(this.workspace, this.person), this.context),
    );
  }

  /** The person gives the add-on the open file in Google's dialog. */
  allowFile(): this {
    return this.take(
      grantActiveDocument(this.workspace, principal(this.workspace, this.person), this.context),
    );
  }

  protected run(action: Action, inputs: Inputs): void {
    const formInputs = Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [name, { stringInputs: { value } }]),
    );
    this.take(
      runPanelFunction(this.workspace, principal(this.workspace, this.person), this.context, {
        name: action.function ?? '',
        event: { formInputs, parameters: parametersOf(action) },
      }),
    );
  }

  private take(answer: ReturnType<typeof openPanel>): this {
    if (answer.kind !== 'answer') throw new Error(`The panel shows: ${JSON.stringify(answer)}`);
    const problems = checkAnswer(answer.answer);
    if (problems.length > 0) throw new Error(`Not Google's JSON: ${JSON.stringify(problems)}`);
    if (Array.isArray(answer.answer)) this.stack = [answer.answer as Card[]];
    else if (messageNameOf(answer.answer) === 'Card') this.stack = [[answer.answer as Card]];
    else for (const step of stepsOf(answer.answer)) this.do(step);
    return this;
  }

  private do(step: Step): void {
    if (step.notice !== undefined) this.notice = step.notice;
    if (step.open !== undefined) this.opened = step.open;
    if (step.pop) this.stack = this.stack.slice(0, step.pop === 'root' ? 1 : -1);
    if (step.push) this.stack.push([step.push]);
    if (step.update) this.stack = [...this.stack.slice(0, -1), [step.update]];
  }
}
