/** What a button asks for: one name of the closed table in app.ts, with parameters. Doors are described in DESIGN 3. */
import { ACTION_PARAMETER } from './door-names';
import type { Action, Button, Card, OnClick, Widget } from './card-json';

/** The one function behind every button of a card in a side panel. The Admin page sends the same actions to its own door. */
export const CARD_DOOR = 'onCardAction';

export type Parameters = Readonly<Record<string, string>>;

/** What was typed and chosen on the card, and the action's own parameters: lists of texts by name. */
export type Inputs = Readonly<Record<string, readonly string[]>>;

/** The first value of a name; empty when there is none. */
export const inputOf = (inputs: Inputs, name: string): string => inputs[name]?.[0] ?? '';

/** Google's Action for one of our names. */
export const action = (name: string, parameters: Parameters = {}): Action => ({
  function: CARD_DOOR,
  parameters: Object.entries({ [ACTION_PARAMETER]: name, ...parameters }).map(([key, value]) => ({
    key,
    value,
  })),
  loadIndicator: 'SPINNER',
});

export const runs = (name: string, parameters?: Parameters): OnClick => ({
  action: action(name, parameters),
});

/** Opens an address in a tab of its own. Cards in a side panel may open only what the manifest's openLinkUrlPrefixes allow. */
export const opens = (url: string): OnClick => ({ openLink: { url, openAs: 'FULL_SIZE' } });

export const button = (text: string, onClick: OnClick): Button => ({
  text,
  onClick,
  type: 'OUTLINED',
});

/** The one button of a card that leads on. */
export const mainButton = (text: string, onClick: OnClick): Button => ({
  text,
  onClick,
  type: 'FILLED',
});

export const buttons = (...all: readonly Button[]): Widget => ({ buttonList: { buttons: all } });

/** Who asks. */
export interface Caller {
  /** Google's immutable user id; null only where nobody could know it without a call to Google. */
  readonly userId: string | null;
  /** In lower case. */
  readonly email: string;
  /** Of the address. */
  readonly domain: string;
}

/** What an action answers. */
export interface Answer {
  /** Null leaves what is shown. */
  readonly card: Card | null;
  /** How it comes: on top of what is shown, in its place, or as the only one. */
  readonly how: 'push' | 'replace' | 'root';
  /** One sentence that is shown for a moment; null for none. */
  readonly notice: string | null;
  /** An address to open in a tab of its own; null for none. */
  readonly open: string | null;
  /** Asks Google to let the person give the app the open file (Sheets only). */
  readonly asksForFile: boolean;
}

const NOTHING: Answer = {
  card: null,
  how: 'replace',
  notice: null,
  open: null,
  asksForFile: false,
};

/** The card in place of the one that is shown. */
export const shows = (card: Card, notice: string | null = null): Answer => ({
  ...NOTHING,
  card,
  notice,
});

/** The card on top of the one that is shown. */
export const pushes = (card: Card): Answer => ({ ...NOTHING, card, how: 'push' });

/** The card alone: what lay beneath it is no longer true. */
export const restarts = (card: Card, notice: string | null = null): Answer => ({
  ...NOTHING,
  card,
  how: 'root',
  notice,
});

export const notices = (notice: string): Answer => ({ ...NOTHING, notice });

export const asksForFile: Answer = { ...NOTHING, asksForFile: true };

/**
 * What an administrator may do, each with what the one before may: an auditor sees, an operator runs and decides, an owner
 * changes how Tandem is connected.
 */
export type Role = 'auditor' | 'operator' | 'owner';

const ROLES: readonly Role[] = ['auditor', 'operator', 'owner'];

/** @param role null for somebody who is no administrator. */
export const mayDo = (role: Role | null, least: Role): boolean =>
  role !== null && ROLES.indexOf(role) >= ROLES.indexOf(least);

/** One entry of the closed table of actions. */
export interface ActionEntry {
  /** A role: whoever has at least this one in the caller's own organization, found out anew at every call. */
  readonly for: 'everyone' | Role;
  /**
   * Whether it needs the workbook, which the sync account alone reaches: for every other administrator the next run does it.
   * What is typed for it is kept until then, so an action that takes a secret never says so.
   */
  readonly reach?: 'workbook';
  /** Whether it changes nothing: then another administrator is shown what it showed last. */
  readonly isRead?: true;
  run(inputs: Inputs, caller: Caller): Answer;
}

/** Actions by name, `feature.verb`. */
export type Actions = Readonly<Record<string, ActionEntry>>;
