/** How far a key moves: in steps, a screenful in steps, or to the edge as an infinite number. */
export interface Step {
  readonly rows: number;
  readonly columns: number;
}

/** What a key requests from the grid while no cell is being edited. */
export type Asked =
  | { readonly kind: 'move'; readonly step: Step; readonly widen: boolean }
  | { readonly kind: 'tab'; readonly by: number }
  | { readonly kind: 'clear' | 'bold' | 'select-all' | 'edit' | 'leave' }
  /** A character: the component opens its editor. */
  | { readonly kind: 'type' }
  /** The browser's own: copying and pasting come as events. */
  | { readonly kind: 'native' };

/** @param seen the number of rows on the screen. */
export function askedBy(event: KeyboardEvent, seen: number): Asked {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
  if (altKey) return { kind: 'native' };
  const step = stepOf(event, seen);
  if (step) return { kind: 'move', step, widen: shiftKey };
  if (ctrlKey || metaKey) {
    const command = key.toLowerCase();
    if (command === 'a') return { kind: 'select-all' };
    return { kind: command === 'b' ? 'bold' : 'native' };
  }
  switch (key) {
    case 'Tab':
      return { kind: 'tab', by: shiftKey ? -1 : 1 };
    case 'Escape':
      return { kind: 'leave' };
    case 'Delete':
    case 'Backspace':
      return { kind: 'clear' };
    case 'Enter':
    case 'F2':
      return { kind: 'edit' };
    default:
      return { kind: key.length === 1 ? 'type' : 'native' };
  }
}

/** The steps of the keys that move; undefined for other keys. @param seen the number of rows on the screen. */
function stepOf(
  { key, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
  seen: number,
): Step | undefined {
  const far = ctrlKey || metaKey ? Infinity : 1;
  switch (key) {
    case 'ArrowUp':
      return { rows: -far, columns: 0 };
    case 'ArrowDown':
      return { rows: far, columns: 0 };
    case 'ArrowLeft':
      return { rows: 0, columns: -far };
    case 'ArrowRight':
      return { rows: 0, columns: far };
    case 'PageUp':
      return { rows: -seen, columns: 0 };
    case 'PageDown':
      return { rows: seen, columns: 0 };
    case 'Home':
      return { rows: far === 1 ? 0 : -far, columns: -Infinity };
    case 'End':
      return { rows: far === 1 ? 0 : far, columns: Infinity };
    default:
      return undefined;
  }
}
