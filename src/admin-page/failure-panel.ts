import { FAILURE_WORDS, type CallFailure } from './call-failure';
import { element } from './card-dom/element';

/** Says why a call failed, with the details and a button to try again. */
export function drawFailure({ kind, message }: CallFailure, again: () => void): HTMLElement {
  const { title, cure } = FAILURE_WORDS[kind];
  return element(
    'div',
    { class: 'failure', role: 'alert' },
    element('h2', {}, title),
    element('p', {}, cure),
    element('p', { class: 'evidence' }, message),
    element('button', { type: 'button', class: 'card-button filled', onclick: again }, 'Try again'),
  );
}
