import type { BorderStyle, Grid, GridItem, Image, ImageComponent } from '../../card/card-json';
import { click, withParameter } from './click';
import { element } from './element';
import type { Drawing } from './hands';
import { plainText } from './markup';

/** A picture, or the words that describe it when it cannot be loaded. */
export function picture(url: string | undefined, alt: string): HTMLElement {
  const image = element('img', { src: url, alt, loading: 'lazy' });
  image.addEventListener('error', () =>
    image.replaceWith(
      element(
        'span',
        { class: 'card-no-picture', role: 'img', 'aria-label': alt || 'Picture' },
        alt,
      ),
    ),
  );
  return image;
}

export function drawImage(
  { imageUrl, altText = '', onClick }: Image,
  drawing: Drawing,
): HTMLElement {
  const image = picture(imageUrl, altText);
  image.classList.add('card-image');
  if (!onClick) return image;
  return element(
    'button',
    {
      type: 'button',
      class: 'card-image-button',
      'aria-label': altText || 'Picture',
      onclick: () => click(onClick, drawing),
    },
    image,
  );
}

/** Google's side panels show one or two columns. A click names the item in `grid_item_identifier`. */
export function drawGrid(grid: Grid, drawing: Drawing): HTMLElement {
  const { title, items = [], columnCount = 1, borderStyle } = grid;
  const columns = Math.min(2, Math.max(1, columnCount));
  return element(
    'div',
    { class: 'card-grid-frame' },
    title ? element('div', { class: 'card-grid-title' }, plainText(title)) : null,
    element(
      'div',
      {
        class: `card-grid${borderStyle?.type === 'STROKE' ? ' bordered' : ''}`,
        style: `--columns: ${columns}`,
      },
      ...items.map((item) => drawItem(item, grid, drawing)),
    ),
  );
}

function drawItem(
  { id = '', image, title, subtitle, layout }: GridItem,
  { onClick }: Grid,
  drawing: Drawing,
) {
  const texts = element(
    'span',
    { class: 'card-grid-texts' },
    title ? element('span', {}, plainText(title)) : null,
    subtitle ? element('span', { class: 'card-bottom-label' }, plainText(subtitle)) : null,
  );
  const parts = [image && component(image), texts];
  if (layout === 'TEXT_ABOVE') parts.reverse();
  if (!onClick?.action) return element('div', { class: 'card-grid-item' }, ...parts);
  const action = withParameter(onClick.action, 'grid_item_identifier', id);
  return element(
    'button',
    {
      type: 'button',
      class: 'card-grid-item',
      'aria-label': plainText(title ?? '') || image?.altText || id,
      onclick: () => click({ action }, drawing),
    },
    ...parts,
  );
}

function component({
  imageUri,
  altText = '',
  cropStyle,
  borderStyle,
}: ImageComponent): HTMLElement {
  const image = picture(imageUri, altText);
  image.classList.add('card-grid-image', (cropStyle?.type ?? 'NONE').toLowerCase());
  image.style.borderRadius = radius(borderStyle);
  return image;
}

const radius = (style: BorderStyle | undefined): string =>
  style?.cornerRadius ? `${style.cornerRadius}px` : '';
