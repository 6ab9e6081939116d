import { useEffect, useRef } from 'preact/hooks';

/** Single-key shortcuts, as in Calendar; not while typing, while a window is open above the page, or with a modifier. */
export function useShortcuts(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const { target, key } = event;
      const isPlain = !(event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented);
      const isTyping =
        target instanceof Element &&
        target.closest('input, textarea, select, dialog, .bubble, .event-form, .side-panel');
      if (!isPlain || isTyping || document.querySelector('dialog[open]')) return;
      const run = latest.current[key];
      if (!run) return;
      event.preventDefault();
      run();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);
}
