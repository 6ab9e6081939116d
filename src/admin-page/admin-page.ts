import type { Card, OpenLink } from '../card/card-json';
import { COPY_PREFIX } from '../card/door-names';
import type { Page } from '../card/page';
import { drawCard, type DrawnCard } from './card-dom/card';
import type { FormInputs } from './card-dom/form-inputs';
import type { CardHands } from './card-dom/hands';
import { addCopyButtons } from './copy-buttons';
import { drawFailure } from './failure-panel';
import { focusOn, focusOnCard } from './focus';
import { PageFrameView } from './page-frame';
import { addKeyFields } from './key-import/key-field';
import { mayOpen, openAddress } from './open-address';
import { callOf, openingOf, type PageCall } from './page-call';
import { callServer } from './server-call';
import { back, landed, opened, topOf, type Shown } from './shown';
import { Toast } from './toast';

/** The card whose button was pressed, with what its widgets held. */
interface Pressed {
  readonly card: Card;
  readonly held: FormInputs;
  /** Whether the new card keeps what was typed, in widgets that both have. */
  readonly keeps: boolean;
}

/** A drawn card, and what its widgets held at first. */
interface Drawn extends DrawnCard {
  readonly asDrawn: string;
}

const hasSaveButton = ({ sections = [] }: Card): boolean =>
  sections
    .flatMap(({ widgets = [] }) => widgets)
    .some(({ buttonList }) => buttonList?.buttons?.some(({ text }) => text === 'Save'));

/**
 * The page as a whole: what is shown, and the calls that change it. Only the latest call counts: the late response of
 * an older one is ignored.
 */
export class AdminPage {
  private shown: Shown = [];
  private readonly frame: PageFrameView;
  private readonly toast: Toast;
  /** The drawn cards. What a person typed stays for as long as its card does. */
  private readonly drawn = new Map<Card, Drawn>();
  private turn = 0;
  /** The place to open again when the tab is shown again; null for none. */
  private watched: string | null = null;

  constructor(root: HTMLElement) {
    this.toast = new Toast();
    this.frame = new PageFrameView({
      goTo: (place) => void this.visit(place),
      goBack: () => this.goBack(),
      runNext: (action) => void this.frame.busy(() => this.call({ action, inputs: {} }, null)),
    });
    document.addEventListener('visibilitychange', () => void this.lookAgain());
    root.append(...this.frame.elements, this.toast.element);
  }

  start(): void {
    void this.visit(null);
  }

  private async visit(place: string | null): Promise<void> {
    const left = this.unsavedTitle();
    await this.frame.busy(() => this.call(openingOf(place), null));
    if (left !== null) this.toast.say(`What you changed under “${left}” was not saved.`);
  }

  /** What the cards show may have been done in another tab meanwhile (H13). A failure is not shown: nobody asked for this. */
  private async lookAgain(): Promise<void> {
    const { watched, shown } = this;
    if (document.visibilityState !== 'visible' || watched === null || shown.length !== 1) return;
    const own = ++this.turn;
    const outcome = await callServer(openingOf(watched));
    if (own !== this.turn || outcome.kind !== 'page') return;
    const { page } = outcome;
    if (JSON.stringify(page.cards) === JSON.stringify(shown[0])) return;
    const held = Object.assign({}, ...topOf(shown).map((card) => this.drawn.get(card)?.values()));
    this.note(page);
    this.show(landed(shown, page, null).shown, held as FormInputs);
    this.toast.say('Checked again.');
  }

  private note({ isWatched, places }: Page): void {
    const current = places.find(({ isCurrent }) => isCurrent);
    this.watched = isWatched && current ? current.action : null;
  }

  private async call(call: PageCall, pressed: Pressed | null): Promise<void> {
    const own = ++this.turn;
    const isFirst = this.shown.length === 0;
    this.frame.showLoading(true);
    const outcome = await callServer(call);
    if (own !== this.turn) return;
    this.frame.showLoading(false);
    this.frame.showProblem(null);
    if (outcome.kind === 'page') {
      this.take(outcome.page, pressed, isFirst);
      return;
    }
    this.toast.clear();
    const again = (): void => void this.frame.busy(() => this.call(call, pressed));
    this.frame.showProblem(drawFailure(outcome.failure, again));
  }

  private take(page: Page, pressed: Pressed | null, isFirst: boolean): void {
    const { shown, came } = landed(this.shown, page, pressed?.card ?? null);
    if (came) this.note(page);
    const held = pressed?.keeps ? pressed.held : {};
    if (came) this.show(shown, held);
    else if (pressed) this.noteSent(pressed.card);
    this.frame.showFrame(page);
    if (came && !isFirst) this.focusOnNew(came, pressed !== null);
    else if (document.activeElement === document.body && !isFirst) focusOn(this.frame.heading);
    if (page.notice) this.toast.say(page.notice);
    if (page.open) this.open(page.open);
  }

  /** Focuses the new card after a card's answer, and the heading after a change of place. */
  private focusOnNew(came: readonly Card[], isOfCard: boolean): void {
    const [first] = came;
    const card = isOfCard && first ? this.drawn.get(first)?.element : undefined;
    if (card) focusOnCard(card);
    else focusOn(this.frame.heading);
  }

  private show(shown: Shown, held: FormInputs = {}): void {
    this.shown = shown;
    const all = new Set(shown.flat());
    for (const card of this.drawn.keys()) if (!all.has(card)) this.drawn.delete(card);
    const cards = topOf(shown).map(
      (card) => this.drawn.get(card)?.element ?? this.draw(card, held),
    );
    this.frame.showCards(cards, shown.length > 1);
  }

  private draw(card: Card, held: FormInputs): HTMLElement {
    const drawn = drawCard(card, this.handsOf(card), held);
    const { element } = drawn;
    addCopyButtons(element, COPY_PREFIX, (words) => this.toast.say(words));
    addKeyFields(element);
    this.drawn.set(card, { ...drawn, asDrawn: JSON.stringify(drawn.values()) });
    return element;
  }

  private handsOf(card: Card): CardHands {
    const run: CardHands['run'] = (action, held) =>
      this.call(callOf(action, held), { card, held, keeps: action.persistValues === true });
    return {
      run,
      runForLink: run,
      openLink: ({ url = '' }: OpenLink) => openAddress(url),
      showCard: (inner) => this.push(inner),
      // None of the door's actions suggests anything.
      suggest: () => Promise.resolve([]),
      find: () => Promise.resolve([]),
    };
  }

  /** What was sent and answered is not left behind unsaved. */
  private noteSent(card: Card): void {
    const drawn = this.drawn.get(card);
    if (drawn) this.drawn.set(card, { ...drawn, asDrawn: JSON.stringify(drawn.values()) });
  }

  /** The title of a shown card that holds something else than when it was drawn, and can be saved; null for none. */
  private unsavedTitle(): string | null {
    const changed = topOf(this.shown).find((card) => {
      const drawn = this.drawn.get(card);
      return drawn && hasSaveButton(card) && JSON.stringify(drawn.values()) !== drawn.asDrawn;
    });
    return changed ? (changed.header?.title ?? '') : null;
  }

  private push(card: Card): void {
    this.show(opened(this.shown, card));
    focusOnCard(this.drawn.get(card)!.element);
  }

  private goBack(): void {
    this.turn++;
    this.frame.showLoading(false);
    this.frame.showProblem(null);
    this.show(back(this.shown));
    focusOn(this.frame.heading);
  }

  /** The response may come too late for the browser to let a tab open by itself: then the person gets a link. */
  private open(url: string): void {
    if (mayOpen()) openAddress(url);
    else this.toast.say('Your page is ready.', { title: 'Open it', url });
  }
}
