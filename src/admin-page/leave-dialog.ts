import { element } from './card-dom/element';

/** Asks before what a person changed is lost. */
export class LeaveDialog {
  readonly element: HTMLDialogElement;
  private readonly title = element('strong');

  constructor() {
    const choose = (value: string, ...words: string[]): HTMLElement =>
      element(
        'button',
        {
          type: 'button',
          class: value === 'leave' ? 'card-button' : 'card-button filled',
          onclick: () => this.element.close(value),
        },
        ...words,
      );
    this.element = element(
      'dialog',
      { 'aria-labelledby': 'leave-title', class: 'leave' },
      element('h2', { id: 'leave-title' }, 'Leave without saving?'),
      element('p', {}, 'What you changed under ', this.title, ' has not been saved.'),
      element(
        'div',
        { class: 'dialog-buttons' },
        choose('leave', 'Leave without saving'),
        choose('stay', 'Stay here'),
      ),
    );
  }

  /** @param title of the card that holds what was changed. @returns whether the person leaves it. */
  asks(title: string): Promise<boolean> {
    this.title.textContent = title;
    this.element.returnValue = '';
    this.element.showModal();
    return new Promise((resolve) =>
      this.element.addEventListener('close', () => resolve(this.element.returnValue === 'leave'), {
        once: true,
      }),
    );
  }
}
