/** The mouse events, and the focus events that follow them, that the grid handles. Indexes are the table's. */
export interface PointerHands {
  readonly onEntered: () => void;
  readonly left: () => void;
  /** A cell's menu is requested; `cell` is null unless it is over a cell that is not selected yet. */
  readonly menu: (cell: { y: number; x: number } | null, at: { x: number; y: number }) => void;
  readonly filterIcon: (x: number) => void;
}

const FILTER_ICON_PIXELS = 20;

/** @returns a function that removes the listeners. */
export function listenToPointer(element: HTMLElement, hands: PointerHands): () => void {
  const onLeave = ({ target }: Event) => {
    if (!element.contains(target as Node)) hands.left();
  };
  const onMenu = (event: MouseEvent) => {
    if ((event.target as Element).closest('.editor')) return;
    swallow(event);
    const cell = (event.target as Element).closest<HTMLElement>('td[data-x][data-y]');
    const other = cell && !cell.classList.contains('highlight') ? cell.dataset : null;
    const active = element.querySelector('#active-cell')?.getBoundingClientRect();
    // The keyboard's menu key reports no position.
    const byKey = event.clientX === 0 && event.clientY === 0 && active;
    hands.menu(
      other && { y: Number(other['y']), x: Number(other['x']) },
      byKey ? { x: active.left, y: active.bottom } : { x: event.clientX, y: event.clientY },
    );
  };
  const onDown = (event: MouseEvent) => {
    const cell = event.target as HTMLElement;
    if (!cell.dataset['look']?.includes('filter') || event.button !== 0) return;
    if (event.offsetX < cell.clientWidth - FILTER_ICON_PIXELS) return;
    swallow(event);
    hands.filterIcon(Number(cell.dataset['x']));
  };
  element.addEventListener('focusin', hands.onEntered);
  element.addEventListener('contextmenu', onMenu, true);
  element.addEventListener('mousedown', onDown, true);
  document.addEventListener('focusin', onLeave);
  document.addEventListener('mousedown', onLeave);
  return () => {
    element.removeEventListener('focusin', hands.onEntered);
    element.removeEventListener('contextmenu', onMenu, true);
    element.removeEventListener('mousedown', onDown, true);
    document.removeEventListener('focusin', onLeave);
    document.removeEventListener('mousedown', onLeave);
  };
}

/** Keeps an event from the browser and from the component. */
export function swallow(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
