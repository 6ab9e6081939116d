import { element } from './element';

/**
 * The markup that card texts may have, as nodes. All other markup is reduced to the text inside it, and none is ever
 * executed.
 *
 * @see https://developers.google.com/workspace/add-ons/concepts/widgets#text_formatting
 */
export function markup(text: string): DocumentFragment {
  const parsed = new DOMParser().parseFromString(text.replaceAll('\n', '<br>'), 'text/html');
  const fragment = document.createDocumentFragment();
  fragment.append(...allowed(parsed.body));
  return fragment;
}

/** The same text without its markup. */
export const plainText = (text: string): string => markup(text).textContent ?? '';

const SAME: Readonly<Record<string, 'b' | 'i' | 'u' | 's' | 'br'>> = {
  B: 'b',
  STRONG: 'b',
  I: 'i',
  EM: 'i',
  U: 'u',
  S: 's',
  STRIKE: 's',
  DEL: 's',
  BR: 'br',
};

function allowed(node: Node): Node[] {
  return [...node.childNodes].flatMap((child): Node[] => {
    if (child.nodeType === Node.TEXT_NODE)
      return [document.createTextNode(child.textContent ?? '')];
    return child instanceof Element ? [allowedElement(child)].flat() : [];
  });
}

function allowedElement(given: Element): Node | Node[] {
  const inside = allowed(given);
  const tag = SAME[given.tagName];
  if (tag) return withChildren(element(tag), inside);
  switch (given.tagName) {
    case 'A':
      return link(given.getAttribute('href') ?? '', inside);
    case 'FONT':
      return withChildren(
        element('span', { class: 'card-font', style: colorStyle(given.getAttribute('color')) }),
        inside,
      );
    case 'TIME':
      return withChildren(element('time'), inside);
    case 'SCRIPT':
    case 'STYLE':
      return [];
    default:
      return inside;
  }
}

/** Links lead to the web or to mail, and open in a new tab. */
function link(href: string, inside: readonly Node[]): Node | Node[] {
  if (!/^(https?:|mailto:)/i.test(href.trim())) return [...inside];
  return withChildren(element('a', { href, target: '_blank', rel: 'noopener noreferrer' }), inside);
}

/** The style sheet adjusts the color so that it can be read on a dark card, too. */
const colorStyle = (color: string | null): string | undefined =>
  color && /^(#[0-9a-f]{3,8}|[a-z]+)$/i.test(color) ? `--font-color: ${color}` : undefined;

function withChildren(parent: Element, children: readonly Node[]): Element {
  parent.append(...children);
  return parent;
}
