import type { Card } from '../../src/card/card-json';

export interface Step {
  readonly push?: Card;
  readonly update?: Card;
  readonly pop?: 'root' | 'one';
  readonly notice?: string;
  readonly open?: string;
}

interface Navigation {
  readonly pushCard?: Card;
  readonly updateCard?: Card;
  readonly popToRoot?: boolean;
  readonly pop?: boolean;
}

/** The steps that an answer tells the panel to take, in order. */
export function stepsOf(answer: unknown): Step[] {
  const { renderActions, action } = answer as {
    readonly renderActions?: { readonly action?: RenderAction };
    readonly action?: RenderAction;
  };
  const found = renderActions?.action ?? action ?? {};
  const steps = (found.navigations ?? []).map(({ pushCard, updateCard, popToRoot, pop }): Step => ({
    ...(pushCard && { push: pushCard }),
    ...(updateCard && { update: updateCard }),
    ...(popToRoot && { pop: 'root' as const }),
    ...(pop && { pop: 'one' as const }),
  }));
  const notice = found.notification?.text;
  const open = found.link?.url;
  return [
    ...steps,
    ...(notice === undefined ? [] : [{ notice }]),
    ...(open === undefined ? [] : [{ open }]),
  ];
}

interface RenderAction {
  readonly navigations?: readonly Navigation[];
  readonly notification?: { readonly text?: string };
  readonly link?: { readonly url?: string };
}
