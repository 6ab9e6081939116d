import type { ApiMethod } from '../api-method';

const DARK = '#1d1d1d';
const CALENDAR = [
  '#ac725e',
  '#d06b64',
  '#f83a22',
  '#fa573c',
  '#ff7537',
  '#ffad46',
  '#42d692',
  '#16a765',
  '#7bd148',
  '#b3dc6c',
  '#fbe983',
  '#fad165',
  '#92e1c0',
  '#9fe1e7',
  '#9fc6e7',
  '#4986e7',
  '#9a9cff',
  '#b99aff',
  '#c2c2c2',
  '#cabdbf',
  '#cca6ac',
  '#f691b2',
  '#cd74e6',
  '#a47ae2',
];
const EVENT = [
  '#a4bdfc',
  '#7ae7bf',
  '#dbadff',
  '#ff887c',
  '#fbd75b',
  '#ffb878',
  '#46d6db',
  '#e1e1e1',
  '#5484ed',
  '#51b749',
  '#dc2127',
];

/** The color for a calendar color id. */
export const calendarColor = (
  id: string,
): { backgroundColor: string; foregroundColor: string } => ({
  backgroundColor: CALENDAR[Number(id) - 1] ?? CALENDAR[13]!,
  foregroundColor: '#000000',
});

/** The calendar color id nearest to a `#rrggbb`. */
export function nearestColorId(color: string): string {
  const parts = (text: string): number[] =>
    [1, 3, 5].map((at) => parseInt(text.slice(at, at + 2), 16));
  const wanted = parts(color);
  const distance = (text: string): number =>
    parts(text).reduce((sum, part, index) => sum + (part - wanted[index]!) ** 2, 0);
  const best = CALENDAR.reduce((near, text) => (distance(text) < distance(near) ? text : near));
  return String(CALENDAR.indexOf(best) + 1);
}

/** `calendar.colors.get`. */
export const getColors: ApiMethod = () => ({
  kind: 'calendar#colors',
  updated: '2012-02-14T00:00:00.000Z',
  calendar: palette(CALENDAR),
  event: palette(EVENT),
});

const palette = (colors: readonly string[]): object =>
  Object.fromEntries(
    colors.map((background, index) => [index + 1, { background, foreground: DARK }]),
  );
