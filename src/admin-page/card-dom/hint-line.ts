import { element } from './element';

/** The line below an input: its hint, or what is wrong with what it holds. */
export interface HintLine {
  readonly line: HTMLElement;
  /** Says it and goes to the input; null takes it back. */
  show(problem: string | null): void;
}

/**
 * @param input what is wrong: gets the focus, and is marked for those who do not see.
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
