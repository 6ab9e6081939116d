import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

export interface MenuItem {
  readonly label: string;
  readonly run: () => void;
  readonly disabled?: boolean;
  /** Starts a new group. */
  readonly apart?: boolean;
}

/** A button with a menu below it, aligned with its left edge. Arrow keys move in it, Escape closes it. */
export function Menu({
  label,
  face,
  items,
  className = 'menu-title',
}: {
  readonly label: string;
  readonly face: ComponentChildren;
  readonly items: readonly MenuItem[];
  readonly className?: string;
}) {
  const id = useId().replaceAll(':', '');
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = menu.current!;
    const opens = (event: Event) => {
      if ((event as ToggleEvent).newState !== 'open') return;
      const { left, bottom } = button.current!.getBoundingClientRect();
      requestAnimationFrame(() => placeMenu(element, left, bottom + 2));
    };
    element.addEventListener('beforetoggle', opens);
    return () => element.removeEventListener('beforetoggle', opens);
  }, []);
  return (
    <div class="menu">
      <button
        type="button"
        class={className}
        ref={button}
        aria-haspopup="menu"
        aria-label={label}
        {...{ popovertarget: id }}
      >
        {face}
      </button>
      <div id={id} ref={menu} {...{ popover: 'auto' }} role="menu" aria-label={label}>
        <MenuItems items={items} close={() => menu.current?.hidePopover()} />
      </div>
    </div>
  );
}

/** A menu at a point in the window. */
export function MenuAt({
  at,
  items,
  onClosed,
}: {
  readonly at: { readonly x: number; readonly y: number };
  readonly items: readonly MenuItem[];
  readonly onClosed: () => void;
}) {
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = menu.current!;
    const toggled = (event: Event) => {
      if ((event as ToggleEvent).newState === 'closed') onClosed();
    };
    element.addEventListener('toggle', toggled);
    element.showPopover();
    placeMenu(element, at.x, at.y);
    return () => element.removeEventListener('toggle', toggled);
  }, [at]);
  return (
    <div class="menu">
      <div ref={menu} {...{ popover: 'auto' }} role="menu" aria-label="Cell menu">
        <MenuItems items={items} close={() => menu.current?.hidePopover()} />
      </div>
    </div>
  );
}

function MenuItems({
  items,
  close,
}: {
  readonly items: readonly MenuItem[];
  readonly close: () => void;
}) {
  const step = (event: KeyboardEvent) => {
    const buttons = [
      ...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('button:enabled'),
    ];
    const now = buttons.indexOf(document.activeElement as HTMLElement);
    const next = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: -1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    buttons.at(next % buttons.length)?.focus();
  };
  return (
    <div role="none" onKeyDown={step}>
      {items.map(({ label, run, disabled = false, apart = false }) => (
        <button
          key={label}
          type="button"
          role="menuitem"
          class={`menu-item${apart ? ' apart' : ''}`}
          disabled={disabled}
          onClick={() => {
            close();
            run();
          }}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

/** Puts an open menu at a point, or as near as the window allows, and focuses it. */
function placeMenu(menu: HTMLElement, x: number, y: number): void {
  const { width, height } = menu.getBoundingClientRect();
  menu.style.left = `${Math.max(8, Math.min(x, innerWidth - width - 8))}px`;
  menu.style.top = `${Math.max(8, Math.min(y, innerHeight - height - 8))}px`;
  menu.querySelector<HTMLElement>('button:enabled')?.focus();
}
