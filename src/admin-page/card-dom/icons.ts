import type { Icon } from '../../card/card-json';
import { element } from './element';
// Shapes from Material Symbols (Apache-2.0, see NOTICE), on a grid of 960.
import paths from './icon-paths.json';
import { picture } from './pictures';

const PATHS: Readonly<Record<string, string>> = paths;
const SVG = 'http://www.w3.org/2000/svg';

/**
 * An icon by Google's name for it or by address. An unknown name shows as a dot.
 *
 * @param decorative when the words beside it say the same.
 */
export function iconElement(
  { knownIcon, iconUrl, altText = '', imageType }: Icon,
  { decorative }: { readonly decorative: boolean },
): HTMLElement {
  const round = imageType === 'CIRCLE' ? ' circle' : '';
  if (iconUrl) {
    const image = picture(iconUrl, decorative ? '' : altText);
    image.classList.add('card-icon', ...round.trim().split(' ').filter(Boolean));
    return image;
  }
  const words = decorative ? {} : { role: 'img', 'aria-label': altText || (knownIcon ?? 'Icon') };
  return element(
    'span',
    { class: `card-icon${round}`, 'aria-hidden': decorative ? 'true' : undefined, ...words },
    shape(PATHS[knownIcon ?? ''] ?? DOT),
  );
}

const DOT =
  'M480-400q-33 0-56.5-23.5T400-480q0-33 23.5-56.5T480-560q33 0 56.5 23.5T560-480q0 33-23.5 56.5T480-400Z';

function shape(path: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 -960 960 960');
  svg.setAttribute('aria-hidden', 'true');
  const drawn = document.createElementNS(SVG, 'path');
  drawn.setAttribute('d', path);
  svg.append(drawn);
  return svg;
}
