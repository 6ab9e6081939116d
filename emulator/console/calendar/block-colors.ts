const channel = (hex: string): number => {
  const value = parseInt(hex, 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};

/** Relative luminance of a `#rrggbb`. @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
const luminance = (color: string): number =>
  0.2126 * channel(color.slice(1, 3)) +
  0.7152 * channel(color.slice(3, 5)) +
  0.0722 * channel(color.slice(5, 7));

/** Black or white, whichever reads better on a `#rrggbb`: at least 4.5 to 1. */
export const readableOn = (color: string): string =>
  luminance(color) > 0.179 ? '#000000' : '#ffffff';
