import { useEffect, useId, useRef } from 'preact/hooks';
import type { ComponentChildren } from 'preact';

/** A button that opens a small window below it. Escape and a click elsewhere close it. */
export function Popup({
  label,
  face,
  children,
  className = 'button icon',
}: {
  readonly label: string;
  /** The content of the button. */
  readonly face: ComponentChildren;
  readonly children: (close: () => void) => ComponentChildren;
  readonly className?: string;
}) {
  const id = useId().replaceAll(':', '');
  const button = useRef<HTMLButtonElement>(null);
  const popup = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const place = (event: Event) => {
      if ((event as ToggleEvent).newState !== 'open') return;
      const { bottom, right } = button.current!.getBoundingClientRect();
      popup.current!.style.top = `${bottom + 4}px`;
      popup.current!.style.right = `${Math.max(8, innerWidth - right)}px`;
    };
    const element = popup.current!;
    element.addEventListener('beforetoggle', place);
    return () => element.removeEventListener('beforetoggle', place);
  }, []);
  const close = () => popup.current?.hidePopover();
  return (
    <div class="menu">
      <button
        type="button"
        class={className}
        ref={button}
        aria-label={label}
        aria-haspopup="true"
        {...{ popovertarget: id }}
      >
        {face}
      </button>
      <div id={id} ref={popup} {...{ popover: 'auto' }} aria-label={label} role="group">
        {children(close)}
      </div>
    </div>
  );
}
