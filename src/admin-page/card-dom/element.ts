type Child = Node | string | null | undefined | false;

/**
 * Creates an element. `class` and attributes are set as given (`false` and `undefined` leave one out, `true` sets it
 * empty); names that begin with `on` are listeners. Strings become text, never markup.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, unknown>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false || value === null) continue;
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value as EventListener);
    else made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...children.filter((child): child is Node | string => Boolean(child)));
  return made;
}

let made = 0;

/** An id that no other element of the page has. */
export const freshId = (): string => `card-${++made}`;
