import './bubble.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

const GAP = 8;

/** A window beside an event that leaves everything else usable. Escape closes it; it is inside its parent. */
export function Bubble({
  label,
  anchorKey,
  close,
  children,
}: {
  readonly label: string;
  /** The event it belongs to: see `gridEvents`. */
  readonly anchorKey: string;
  readonly close: () => void;
  readonly children: ComponentChildren;
}) {
  const bubble = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<{ readonly left: number; readonly top: number }>();
  const place = () => setAt(besideAnchor(bubble.current!, anchorOf(anchorKey)));
  useLayoutEffect(() => {
    place();
    const late = setTimeout(place, 250);
    addEventListener('resize', place);
    return () => {
      clearTimeout(late);
      removeEventListener('resize', place);
    };
  }, [anchorKey]);
  useEffect(() => {
    const inside = bubble.current!;
    (inside.querySelector<HTMLElement>('[data-first]') ?? inside).focus({ preventScroll: true });
    return () => {
      const lost =
        document.activeElement === document.body || inside.contains(document.activeElement);
      if (lost) anchorOf(anchorKey)?.focus({ preventScroll: true });
    };
  }, [anchorKey]);
  useEffect(() => {
    const pressed = ({ key }: KeyboardEvent) => {
      const isBelow = document.querySelector('dialog[open], :popover-open') !== null;
      if (key === 'Escape' && !isBelow) close();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, [close]);
  return (
    <div
      class="bubble"
      role="dialog"
      aria-label={label}
      tabIndex={-1}
      ref={bubble}
      style={at ? `left:${at.left}px;top:${at.top}px` : ''}
    >
      {children}
    </div>
  );
}

const anchorOf = (key: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>('.grid [data-event]')].find(
    ({ dataset }) => dataset['event'] === key,
  );

/** Places a bubble at the right of its anchor, or at the left where there is more room, always inside the parent. */
function besideAnchor(bubble: HTMLElement, anchor: HTMLElement | undefined) {
  const board = (bubble.offsetParent ?? document.body).getBoundingClientRect();
  const [width, height] = [bubble.offsetWidth, bubble.offsetHeight];
  const inside = (value: number, size: number, room: number) =>
    Math.max(GAP, Math.min(value, room - size - GAP));
  const block = anchor?.getBoundingClientRect();
  if (!block) return { left: inside((board.width - width) / 2, width, board.width), top: 72 };
  const right = block.right - board.left + GAP;
  const left = block.left - board.left - width - GAP;
  const fits = right + width <= board.width;
  return {
    left: inside(fits ? right : left, width, board.width),
    top: inside(block.top - board.top, height, board.height),
  };
}
