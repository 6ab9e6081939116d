import type { Page, Place } from '../card/page';
import { element } from './card-dom/element';
import { drawMark } from './mark';
import { PlaceFinder } from './place-finder';

/** What the frame calls when a person navigates. */
export interface FrameHands {
  goTo(place: string): void;
  goBack(): void;
  runNext(action: string): void;
}

/** Everything around the cards: the bar on top, the navigation, the heading, the way back, and the busy indicator. */
export class PageFrameView {
  readonly heading = element('h1');
  private readonly account = element('span', { class: 'account' });
  private readonly navigation = element('nav', { 'aria-label': 'Tandem', hidden: true });
  private readonly back: HTMLElement;
  private readonly next = element('div', { class: 'next-step', hidden: true });
  private readonly problem = element('div', { class: 'problem' });
  private readonly cards = element('div', { class: 'cards' });
  /** The cards from which those on top were opened: beside them where the window is wide enough. */
  private readonly beneath = element('div', { class: 'cards beneath' });
  private readonly layers = element('div', { class: 'layers' }, this.beneath, this.cards);
  /** What stands below a place's own cards. */
  private readonly table = element('div', { class: 'below-cards' });
  private readonly finder: PlaceFinder;
  private readonly main: HTMLElement;
  private readonly sign = element('p', { class: 'waiting', role: 'status' });
  private waiting = 0;

  constructor(private readonly hands: FrameHands) {
    this.finder = new PlaceFinder((place) => hands.goTo(place));
    this.back = element(
      'button',
      { type: 'button', class: 'back card-button', hidden: true, onclick: () => hands.goBack() },
      '← Back',
    );
    this.main = element(
      'main',
      {},
      this.back,
      this.heading,
      this.next,
      this.problem,
      this.sign,
      this.layers,
      this.table,
    );
  }

  get elements(): HTMLElement[] {
    const bar = element(
      'header',
      { class: 'bar' },
      element('span', { class: 'product' }, drawMark(), 'Tandem'),
      element('span', { class: 'bar-end' }, this.finder.button, this.account),
    );
    const below = element('div', { class: 'below-bar' }, this.navigation, this.main);
    return [bar, below, this.finder.element];
  }

  showFrame({ title, account, places, next }: Page): void {
    this.heading.textContent = title;
    this.showNext(next);
    for (const card of this.layers.querySelectorAll('.card'))
      card.classList.toggle('titled-above', card.querySelector('h2')?.textContent === title);
    this.account.textContent = account;
    this.account.title = account;
    this.navigation.hidden = places.length < 2;
    this.finder.show(places);
    this.navigation.replaceChildren(...places.map((place) => this.entry(place)));
    this.navigation.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }

  /** A script of another release may not say. */
  private showNext(next: Page['next'] | undefined): void {
    this.next.hidden = !next;
    this.next.replaceChildren(...(next ? this.nextStep(next) : []));
  }

  private nextStep({ text, action }: NonNullable<Page['next']>): readonly HTMLElement[] {
    const run = element(
      'button',
      { type: 'button', class: 'card-button filled', onclick: () => this.hands.runNext(action) },
      text,
    );
    return [element('span', {}, 'The next step of the set-up:'), run];
  }

  /** @param beneath the cards from which they were opened; none for a place's own. */
  showCards(cards: readonly HTMLElement[], beneath: readonly HTMLElement[]): void {
    this.back.hidden = beneath.length === 0;
    this.layers.classList.toggle('two', beneath.length > 0);
    this.cards.classList.toggle('several', cards.length > 1 && beneath.length === 0);
    this.beneath.replaceChildren(...beneath);
    this.cards.replaceChildren(...cards);
  }

  /** Shows a table below the cards; null removes it. */
  showTable(table: HTMLElement | null): void {
    if (this.table.firstChild !== table) this.table.replaceChildren(...(table ? [table] : []));
  }

  /** Shows a problem above the cards; null removes it. */
  showProblem(problem: HTMLElement | null): void {
    this.problem.replaceChildren(...(problem ? [problem] : []));
    problem?.querySelector('button')?.focus();
  }

  /** Says that a call is under way: on screen while there are no cards, to screen readers always. */
  showLoading(isLoading: boolean): void {
    this.sign.textContent = isLoading ? 'Loading …' : '';
  }

  /** Shows that the whole page is about to change, and ignores clicks on it until then. */
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
