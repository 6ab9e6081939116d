import type { Card, OpenLink } from '../../../src/card/card-json';

/** The answer of an add-on's function, as the control API passes it on. */
export interface RenderActions {
  readonly action?: {
    readonly navigations?: readonly Navigation[];
    readonly link?: OpenLink;
    readonly notification?: { readonly text?: string };
  };
  readonly hostAppAction?: {
    readonly editorAction?: { readonly requestFileScopeForActiveDocument?: object };
    readonly calendarAction?: {
      readonly editAttendeesActionMarkup?: { readonly addAttendeeEmails?: readonly string[] };
    };
  };
}

export interface Navigation {
  readonly pushCard?: Card;
  readonly updateCard?: Card;
  readonly pop?: boolean;
  readonly popToRoot?: boolean;
  readonly popToCard?: string;
}

/** The cards of one stack, the shown one last. Several at the bottom appear as a list of headers to choose from. */
export interface CardStack {
  readonly roots: readonly Card[];
  readonly above: readonly Card[];
}

export const stackOf = (roots: readonly Card[]): CardStack => ({ roots, above: [] });

/** The card that is shown; undefined when the roots are shown as a list, or there is none. */
export const topOf = ({ roots, above }: CardStack): Card | undefined =>
  above.at(-1) ?? (roots.length === 1 ? roots[0] : undefined);

/** Goes one card back. At the bottom nothing changes. */
export const popped = (stack: CardStack): CardStack => ({
  ...stack,
  above: stack.above.slice(0, -1),
});

export const pushed = (stack: CardStack, card: Card): CardStack => ({
  ...stack,
  above: [...stack.above, card],
});

/** Navigates as an action's answer says, step by step. Going to the root requests the root card again. */
export const navigated = (stack: CardStack, navigations: readonly Navigation[]): CardStack =>
  navigations.reduce(step, stack);

function step(now: CardStack, navigation: Navigation): CardStack {
  const { pushCard, updateCard, pop, popToRoot, popToCard } = navigation;
  if (pushCard) return pushed(now, pushCard);
  if (updateCard) return replaced(now, updateCard);
  if (pop) return popped(now);
  if (popToRoot) return { ...now, above: [] };
  return popToCard === undefined ? now : poppedTo(now, popToCard);
}

const replaced = ({ roots, above }: CardStack, card: Card): CardStack =>
  above.length > 0 ? { roots, above: [...above.slice(0, -1), card] } : { roots: [card], above };

/** Shows the named card; an unknown name leads to the root. */
function poppedTo({ roots, above }: CardStack, name: string): CardStack {
  const at = above.map((card) => card.name).lastIndexOf(name);
  return { roots, above: above.slice(0, at + 1) };
}
