/** What a button runs: an action from the closed table of all features, with parameters. */
import { ACTION_PARAMETER } from './door-names';
import type { Action, Button, Card, OnClick, Widget } from './card-json';
import type { PageTable } from './page-table';

/** The one function behind every button of a card in a side panel. The Admin page sends the same actions to its own door. */
export const CARD_DOOR = 'onCardAction';

export type Parameters = Readonly<Record<string, string>>;

/** Lists of texts by name: what was typed and chosen on the card, and the action's own parameters. */
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

/**
 * Opens an address in a new tab. Cards in a side panel may open only what the manifest's openLinkUrlPrefixes allow.
 */
export const opens = (url: string): OnClick => ({ openLink: { url, openAs: 'FULL_SIZE' } });

export const button = (text: string, onClick: OnClick): Button => ({
  text,
  onClick,
  type: 'OUTLINED',
});

/** The card's main button, filled. */
export const mainButton = (text: string, onClick: OnClick): Button => ({
  text,
  onClick,
  type: 'FILLED',
});

export const buttons = (...all: readonly Button[]): Widget => ({ buttonList: { buttons: all } });

/** The account that asks. */
export interface Caller {
  /** Google's immutable user id; null only where learning it would take a call to Google. */
  readonly userId: string | null;
  /** In lower case. */
  readonly email: string;
  /** The domain of the address. */
  readonly domain: string;
}

/** What an administrator decided, as the Journal tells it. */
export interface Decided {
  /** What it is about, such as `People`. */
  readonly title: string;
  /** In whole sentences. */
  readonly change: string;
}

/** The answer of an action. */
export interface Answer {
  /** Null keeps the card that is shown. */
  readonly card: Card | null;
  /** Where it goes: on top of the card that is shown, in its place, or as the only one. */
  readonly how: 'push' | 'replace' | 'root';
  /** One sentence that is shown for a moment; null for none. */
  readonly notice: string | null;
  /** An address to open in a new tab; null for none. */
  readonly open: string | null;
  /** Asks Google to let the person give the app the open file (Sheets only). */
  readonly asksForFile: boolean;
  /** Whether it depends on what a person does elsewhere: the Admin page looks again when its tab is shown again (H13). */
  readonly isWatched?: boolean;
  /** What the Admin page shows below the card of a place. A side panel has no room for it. */
  readonly table?: PageTable;
  /** For the Journal, where pressing the button was a decision that no setting shows. */
  readonly decided?: Decided;
}

const NOTHING: Answer = {
  card: null,
  how: 'replace',
  notice: null,
  open: null,
  asksForFile: false,
};

/** Shows the card in place of the current one. */
export const shows = (card: Card, notice: string | null = null): Answer => ({
  ...NOTHING,
  card,
  notice,
});

/** Shows the card on top of the current one. */
export const pushes = (card: Card): Answer => ({ ...NOTHING, card, how: 'push' });

/** Shows the card alone, because those beneath it are out of date. */
export const restarts = (card: Card, notice: string | null = null): Answer => ({
  ...NOTHING,
  card,
  how: 'root',
  notice,
});

/** The same answer, of what a person may change in another tab. */
export const watched = (answer: Answer): Answer => ({ ...answer, isWatched: true });

/** The same answer, with a table below. */
export const withTable = (answer: Answer, table: PageTable | null): Answer =>
  table ? { ...answer, table } : answer;

/** The same answer, of a press that decided something. */
export const decides = (answer: Answer, title: string, change: string): Answer => ({
  ...answer,
  decided: { title, change },
});

export const notices = (notice: string): Answer => ({ ...NOTHING, notice });

export const asksForFile: Answer = { ...NOTHING, asksForFile: true };

/**
 * What an administrator may do. Each role includes the one before: an auditor sees, an operator runs and decides, an
 * owner changes how Tandem is connected.
 */
export type Role = 'auditor' | 'operator' | 'owner';

const ROLES: readonly Role[] = ['auditor', 'operator', 'owner'];

/** @param role null for somebody who is not an administrator. */
export const mayDo = (role: Role | null, least: Role): boolean =>
  role !== null && ROLES.indexOf(role) >= ROLES.indexOf(least);

/** One entry of the closed table of actions. */
export interface ActionEntry {
  /** With a role: anybody who has at least this one in their own organization, checked at every call. */
  readonly for: 'everyone' | Role;
  /**
   * Whether it needs the workbook, which only the sync account can open: for every other administrator, the next run
   * does it. The inputs are kept until then, so an action that takes a secret must never have this.
   */
  readonly reach?: 'workbook';
  /** Whether it changes nothing: then other administrators see what it showed last. */
  readonly isRead?: true;
  run(inputs: Inputs, caller: Caller): Answer;
}

/** Actions by name, `feature.verb`. */
export type Actions = Readonly<Record<string, ActionEntry>>;
