import { useEffect, useState } from 'preact/hooks';

let show: (text: string) => void = () => {};

/** Says something in passing, at the bottom left. */
export const toast = (text: string): void => show(text);

const SHOWN_MS = 6000;

export function Toasts() {
  const [texts, setTexts] = useState<readonly { readonly id: number; readonly text: string }[]>([]);
  useEffect(() => {
    show = (text) => {
      const id = Math.random();
      setTexts((known) => [...known.slice(-2), { id, text }]);
      setTimeout(() => setTexts((known) => known.filter((one) => one.id !== id)), SHOWN_MS);
    };
  }, []);
  return (
    <div class="toasts" role="status" aria-live="polite">
      {texts.map(({ id, text }) => (
        <div class="toast" key={id}>
          {text}
        </div>
      ))}
    </div>
  );
}
