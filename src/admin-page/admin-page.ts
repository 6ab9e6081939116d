import type { Card, OpenLink } from '../card/card-json';
import { COPY_PREFIX } from '../card/door-names';
import type { Page } from '../card/page';
import { Addresses, type Stop } from './addresses';
import type { FormInputs } from './card-dom/form-inputs';
import type { CardHands } from './card-dom/hands';
import { addCopyButtons } from './copy-buttons';
import { DrawnCards } from './drawn-cards';
import { drawFailure } from './failure-panel';
import { focusOn, focusOnCard, keepFocus } from './focus';
import { addKeyFields } from './key-import/key-field';
import { LeaveDialog } from './leave-dialog';
import { mayOpen, openAddress } from './open-address';
import { callOf, openingOf, type PageCall } from './page-call';
import { PageFrameView } from './page-frame';
import { callServer } from './server-call';
import { back, beneathIn, landed, opened, topOf, type Shown } from './shown';
import { tableAfter, type ShownTable } from './table/shown-table';
import { Toast } from './toast';

/** The card whose button was pressed, with what its widgets held. */
interface Pressed {
  readonly card: Card;
  readonly held: FormInputs;
  /** Whether the new card keeps what was typed, in widgets that both have. */
  readonly keeps: boolean;
}

/** How the address follows: a new entry of the history, or the present one. */
type Arrival = 'push' | 'replace';

/**
 * The page as a whole: what is shown, and the calls that change it. Only the latest call counts: the late response of
 * an older one is ignored.
 */
export class AdminPage {
  private shown: Shown = [];
  /** The layers that a person left by Back, for the browser's Forward. */
  private ahead: Shown = [];
  private readonly frame: PageFrameView;
  private readonly toast = new Toast();
  private readonly leaving = new LeaveDialog();
  private readonly addresses = new Addresses((stop) => void this.travel(stop));
  private readonly cards = new DrawnCards(
    (card) => this.handsOf(card),
    (drawn) => {
      addCopyButtons(drawn, COPY_PREFIX, (words) => this.toast.say(words));
      addKeyFields(drawn);
    },
  );
  private table: ShownTable | null = null;
  private at: Stop = { place: null, depth: 1 };
  private turn = 0;
  /** The place to open again when the tab is shown again; null for none. */
  private watched: string | null = null;

  constructor(root: HTMLElement) {
    this.frame = new PageFrameView({
      goTo: (place) => void this.visit(place, 'push'),
      goBack: () => void this.goBack(),
      runNext: (action) => void this.runNext(action),
    });
    document.addEventListener('visibilitychange', () => void this.lookAgain());
    window.addEventListener('beforeunload', (event) => {
      if (this.unsavedTitle() !== null) event.preventDefault();
    });
    root.append(...this.frame.elements, this.leaving.element, this.toast.element);
  }

  async start(): Promise<void> {
    await this.open(await this.addresses.first(), 'replace');
  }

  private async visit(place: string | null, arrival: Arrival): Promise<void> {
    if (await this.mayLeave()) await this.open(place, arrival);
  }

  private open(place: string | null, arrival: Arrival): Promise<void> {
    return this.frame.busy(() => this.call(openingOf(place), null, arrival));
  }

  private async runNext(action: string): Promise<void> {
    if (await this.mayLeave())
      await this.frame.busy(() => this.call({ action, inputs: {} }, null, 'push'));
  }

  /** Follows the browser’s Back or Forward, after which the address is already the other one. */
  private async travel(stop: Stop): Promise<void> {
    if (!(await this.mayLeave())) return this.addresses.push(this.at);
    const layers = [...this.shown, ...this.ahead];
    if (stop.place !== this.at.place || stop.depth > layers.length)
      return this.open(stop.place, 'replace');
    this.turnTo(layers.slice(0, stop.depth), layers.slice(stop.depth));
    this.at = stop;
  }

  private async goBack(): Promise<void> {
    if (!(await this.mayLeave())) return;
    this.turnTo(back(this.shown), [...this.shown.slice(-1), ...this.ahead]);
    this.arrive(this.at.place, 'push');
  }

  private turnTo(shown: Shown, ahead: Shown): void {
    this.turn++;
    this.frame.showLoading(false);
    this.frame.showProblem(null);
    this.show(shown);
    this.ahead = ahead;
    focusOn(this.frame.heading);
  }

  /** What the cards show may have been done in another tab meanwhile (H13). A failure is not shown: nobody asked for this. */
  private async lookAgain(): Promise<void> {
    const { watched, shown } = this;
    if (document.visibilityState !== 'visible' || watched === null || shown.length !== 1) return;
    const own = ++this.turn;
    const outcome = await callServer(openingOf(watched));
    if (own !== this.turn || outcome.kind !== 'page') return;
    const { page } = outcome;
    const table = tableAfter(this.table, page);
    const isSame = JSON.stringify(page.cards) === JSON.stringify(shown[0]);
    if (isSame && table === this.table) return;
    this.table = table;
    const held = this.cards.valuesOf(topOf(shown));
    this.note(page);
    keepFocus(() => this.show(landed(shown, page, null).shown, held));
    this.toast.say('Checked again.');
  }

  private note({ isWatched, places }: Page): void {
    const current = places.find(({ isCurrent }) => isCurrent);
    this.watched = isWatched && current ? current.action : null;
  }

  private async call(call: PageCall, pressed: Pressed | null, arrival: Arrival): Promise<void> {
    const own = ++this.turn;
    this.frame.showLoading(true);
    const outcome = await callServer(call);
    if (own !== this.turn) return;
    this.frame.showLoading(false);
    this.frame.showProblem(null);
    if (outcome.kind === 'page') {
      this.take(outcome.page, pressed, arrival);
      return;
    }
    this.toast.clear();
    const again = (): void => void this.frame.busy(() => this.call(call, pressed, arrival));
    this.frame.showProblem(drawFailure(outcome.failure, again));
  }

  private take(page: Page, pressed: Pressed | null, arrival: Arrival): void {
    const isFirst = this.shown.length === 0;
    const { shown, came } = landed(this.shown, page, pressed?.card ?? null);
    if (came) {
      this.note(page);
      this.table = tableAfter(this.table, page);
      this.show(shown, pressed?.keeps ? pressed.held : {});
    } else if (pressed) this.cards.noteSent(pressed.card);
    this.frame.showFrame(page);
    this.arrive(page.places.find(({ isCurrent }) => isCurrent)?.action ?? null, arrival);
    if (came && !isFirst) this.focusOnNew(came, pressed !== null);
    else if (document.activeElement === document.body && !isFirst) focusOn(this.frame.heading);
    if (page.notice) this.toast.say(page.notice);
    if (page.open) this.openTab(page.open);
  }

  /** Lets the address say what is shown now. */
  private arrive(place: string | null, arrival: Arrival): void {
    const stop: Stop = { place, depth: this.shown.length };
    if (place === null) return;
    const isSame = stop.place === this.at.place && stop.depth === this.at.depth;
    this.at = stop;
    if (arrival === 'replace') this.addresses.replace(stop);
    else if (!isSame) this.addresses.push(stop);
  }

  /** Focuses the new card after a card's answer, and the heading after a change of place. */
  private focusOnNew(came: readonly Card[], isOfCard: boolean): void {
    const [first] = came;
    if (isOfCard && first) focusOnCard(this.cards.elementOf(first));
    else focusOn(this.frame.heading);
  }

  private show(shown: Shown, held: FormInputs = {}): void {
    this.shown = shown;
    this.ahead = [];
    this.cards.keepOnly(shown.flat());
    const elementsOf = (layer: readonly Card[]): HTMLElement[] =>
      layer.map((card) => this.cards.elementOf(card, held));
    this.frame.showCards(elementsOf(topOf(shown)), elementsOf(beneathIn(shown)));
    this.frame.showTable(shown.length === 1 && this.table ? this.table.element : null);
  }

  private handsOf(card: Card): CardHands {
    const run: CardHands['run'] = async (action, held) => {
      const pressed = { card, held, keeps: action.persistValues === true };
      if (await this.mayLeaveFor(card)) await this.call(callOf(action, held), pressed, 'push');
    };
    return {
      run,
      runForLink: run,
      openLink: ({ url = '' }: OpenLink) => openAddress(url),
      showCard: (inner) => void this.push(inner, card),
      // None of the door's actions suggests anything.
      suggest: () => Promise.resolve([]),
      find: () => Promise.resolve([]),
    };
  }

  private unsavedTitle(): string | null {
    return this.cards.unsavedTitle(topOf(this.shown));
  }

  private async mayLeave(): Promise<boolean> {
    const title = this.unsavedTitle();
    return title === null || this.leaving.asks(title);
  }

  /** A button beneath changes or takes away the card that lies on top. */
  private async mayLeaveFor(card: Card): Promise<boolean> {
    return topOf(this.shown).includes(card) || this.mayLeave();
  }

  private async push(card: Card, from: Card): Promise<void> {
    if (!(await this.mayLeaveFor(from))) return;
    this.show(opened(this.shown, card, from));
    this.arrive(this.at.place, 'push');
    focusOnCard(this.cards.elementOf(card));
  }

  /** The response may come too late for the browser to let a tab open by itself: then the person gets a link. */
  private openTab(url: string): void {
    if (mayOpen()) openAddress(url);
    else this.toast.say('Your page is ready.', { title: 'Open it', url });
  }
}
