import { printable } from './realm-built';
import { Card } from './realm-card';
import { a, STRING, type Kind } from './realm-kinds';
import type { Json } from './realm-message';
import { messageClass, type Setter } from './realm-message-class';
import { appended, field } from './realm-setters';

/** One more step of a navigation. */
const step = (takes: readonly Kind[], toStep: (value: unknown) => Json): Setter => ({
  takes: [takes],
  change: (json, value) => appended(json, 'navigations', [toStep(value)]),
});

/** @see https://developers.google.com/workspace/add-ons/reference/rpc/google.apps.card.v1#navigation */
export const Navigation = printable('Navigation', {
  setters: {
    pushCard: step([a(Card)], (pushCard) => ({ pushCard })),
    updateCard: step([a(Card)], (updateCard) => ({ updateCard })),
    popCard: step([], () => ({ pop: true })),
    popToRoot: step([], () => ({ popToRoot: true })),
    popToNamedCard: step([STRING], (popToCard) => ({ popToCard })),
  },
});

export const Notification = messageClass('Notification', {
  setters: { setText: field('text', STRING) },
});
