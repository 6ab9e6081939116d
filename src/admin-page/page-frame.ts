import type { Page, Place } from '../card/page';
import { element } from './card-dom/element';
import { drawMark } from './mark';

/** What the frame asks for. */
export interface FrameHands {
  goTo(place: string): void;
  goBack(): void;
}

/** Everything around the cards: the bar on top, the navigation, the heading, the way back, and the sign of being busy. */
export class PageFrameView {
  readonly heading = element('h1');
  private readonly account = element('span', { class: 'account' });
  private readonly navigation = element('nav', { 'aria-label': 'Tandem', hidden: true });
  private readonly back: HTMLElement;
  private readonly problem = element('div', { class: 'problem' });
  private readonly cards = element('div', { class: 'cards' });
  private readonly main: HTMLElement;
  private readonly sign = element('p', { class: 'waiting', role: 'status' });
  private waiting = 0;

  constructor(private readonly hands: FrameHands) {
    this.back = element(
      'button',
      { type: 'button', class: 'back card-button', hidden: true, onclick: () => hands.goBack() },
      '← Back',
    );
    this.main = element('main', {}, this.back, this.heading, this.problem, this.sign, this.cards);
  }

  get elements(): HTMLElement[] {
    const bar = element(
      'header',
      { class: 'bar' },
      element('span', { class: 'product' }, drawMark(), 'Tandem'),
      this.account,
    );
    return [bar, element('div', { class: 'below-bar' }, this.navigation, this.main)];
  }

  showFrame({ title, account, places }: Page): void {
    this.heading.textContent = title;
    for (const card of this.cards.querySelectorAll('.card'))
      card.classList.toggle('titled-above', card.querySelector('h2')?.textContent === title);
    this.account.textContent = account;
    this.account.title = account;
    this.navigation.hidden = places.length < 2;
    this.navigation.replaceChildren(...places.map((place) => this.entry(place)));
    this.navigation.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }

  showCards(cards: readonly HTMLElement[], hasBeneath: boolean): void {
    this.back.hidden = !hasBeneath;
    this.cards.classList.toggle('several', cards.length > 1);
    this.cards.replaceChildren(...cards);
  }

  /** Above the cards; null takes it away. */
  showProblem(problem: HTMLElement | null): void {
    this.problem.replaceChildren(...(problem ? [problem] : []));
    problem?.querySelector('button')?.focus();
  }

  /** Says that a call is under way: to those who see while there are no cards, to those who listen always. */
  saysLoading(isLoading: boolean): void {
    this.sign.textContent = isLoading ? 'Loading …' : '';
  }

  /** Shows that all of the page is about to change, and takes no clicks on what is shown until then. */
  async busy(work: () => Promise<void>): Promise<void> {
    this.waiting++;
    this.showWaiting();
    await work();
    this.waiting--;
    this.showWaiting();
  }

  private showWaiting(): void {
    const isBusy = this.waiting > 0;
    this.main.classList.toggle('busy', isBusy);
    this.main.setAttribute('aria-busy', String(isBusy));
  }

  private entry({ action, title, isCurrent }: Place): HTMLElement {
    return element(
      'button',
      {
        type: 'button',
        'aria-current': isCurrent ? 'page' : undefined,
        onclick: () => this.hands.goTo(action),
      },
      title,
    );
  }
}
