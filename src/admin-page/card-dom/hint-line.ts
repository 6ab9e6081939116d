import { element } from './element';

/** The line below an input: its hint, or what is wrong with its value. */
export interface HintLine {
  readonly line: HTMLElement;
  /** Shows the problem and focuses the input; null removes the problem. */
  show(problem: string | null): void;
}

/**
 * @param input the input to focus when its value is wrong, and to mark for screen readers.
 * @param id for `aria-describedby`.
 */
export function hintLine(input: () => HTMLElement | undefined, hint = '', id?: string): HintLine {
  const line = element('span', { class: 'card-hint', id }, hint);
  return {
    line,
    show(problem) {
      line.textContent = problem ?? hint;
      line.classList.toggle('problem', problem !== null);
      input()?.setAttribute('aria-invalid', String(problem !== null));
      if (problem !== null) input()?.focus();
    },
  };
}
