import { useEffect, useState } from 'preact/hooks';

/** An action offered with the message, such as "Undo". */
export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}

interface Said {
  readonly id: number;
  readonly text: string;
  readonly action: ToastAction | undefined;
}

let show: (text: string, action?: ToastAction) => void = () => {};

/** Shows a brief message at the bottom left. */
export const toast = (text: string, action?: ToastAction): void => show(text, action);

const SHOWN_MS = 6000;

export function Toasts() {
  const [texts, setTexts] = useState<readonly Said[]>([]);
  const drop = (id: number) => setTexts((known) => known.filter((one) => one.id !== id));
  useEffect(() => {
    show = (text, action) => {
      const id = Math.random();
      setTexts((known) => [...known.slice(-2), { id, text, action }]);
      setTimeout(() => drop(id), SHOWN_MS);
    };
  }, []);
  return (
    <div class="toasts" role="status" aria-live="polite">
      {texts.map(({ id, text, action }) => (
        <div class="toast" key={id}>
          {text}
          {action && (
            <button
              type="button"
              onClick={() => {
                drop(id);
                action.run();
              }}
            >
              {action.label}
            </button>
          )}
        </div>
      ))}
    </div>
  );
}
