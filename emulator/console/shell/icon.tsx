/** Shapes drawn for this console on a 24-pixel grid. */
const PATHS = {
  menu: 'M3 6h18v2H3zm0 5h18v2H3zm0 5h18v2H3z',
  apps: 'M4 4h4v4H4zm6 0h4v4h-4zm6 0h4v4h-4zM4 10h4v4H4zm6 0h4v4h-4zm6 0h4v4h-4zM4 16h4v4H4zm6 0h4v4h-4zm6 0h4v4h-4z',
  close:
    'M6.4 5 12 10.6 17.6 5 19 6.4 13.4 12l5.6 5.6-1.4 1.4-5.6-5.6L6.4 19 5 17.6l5.6-5.6L5 6.4z',
  back: 'M11 4.6 12.4 6 7.4 11H20v2H7.4l5 5-1.4 1.4L3.6 12z',
  next: 'M9 5.4 10.4 4l8 8-8 8L9 18.6l6.6-6.6z',
  previous: 'M15 5.4 13.6 4l-8 8 8 8 1.4-1.4L8.4 12z',
  more: 'M12 4a2 2 0 1 1 0 4 2 2 0 0 1 0-4zm0 6a2 2 0 1 1 0 4 2 2 0 0 1 0-4zm0 6a2 2 0 1 1 0 4 2 2 0 0 1 0-4z',
  add: 'M11 5h2v6h6v2h-6v6h-2v-6H5v-2h6z',
  refresh: 'M12 5a7 7 0 0 1 5 2.1V4h2v7h-7V9h3.9A5 5 0 1 0 17 13h2a7 7 0 1 1-7-8z',
  search:
    'M10 4a6 6 0 0 1 4.7 9.7l5 5-1.4 1.4-5-5A6 6 0 1 1 10 4zm0 2a4 4 0 1 0 0 8 4 4 0 0 0 0-8z',
  clock:
    'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zm0 2a7 7 0 1 0 0 14 7 7 0 0 0 0-14zm-1 2h2v4.6l3.2 3.2-1.4 1.4-3.8-3.8z',
  theme: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zm0 2v14a7 7 0 0 0 0-14z',
  calendar: 'M6 3h2v2h8V3h2v2h2v16H4V5h2zm12 7H6v9h12zM8 12h3v3H8z',
  sheets: 'M5 3h14v18H5zm2 4v3h4V7zm6 0v3h4V7zm-6 5v3h4v-3zm6 0v3h4v-3z',
  admin:
    'M12 2 4 5v6c0 5 3.4 9.4 8 11 4.6-1.6 8-6 8-11V5zm0 4a3 3 0 1 1 0 6 3 3 0 0 1 0-6zm0 13a8 8 0 0 1-5-3.500c1-1.3 3.5-2 5-2s4 .7 5 2A8 8 0 0 1 12 19z',
  person: 'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8zm0 10c4.400 0 8 2.200 8 5v1H4v-1c0-2.800 3.600-5 8-5z',
  cloud:
    'M7 19a5 5 0 0 1-.6-10A6 6 0 0 1 18 9.5 4.8 4.8 0 0 1 17.5 19zm0-2h10.500a2.8 2.8 0 0 0 0-5.500h-1.700V10a4 4 0 0 0-8-.6L8 11H7a3 3 0 0 0 0 6z',
  workspace:
    'M4 4h7v7H4zm9 0h7v7h-7zM4 13h7v7H4zm12.5 0 1 2.2 2.5.3-1.8 1.7.5 2.5-2.2-1.2-2.2 1.2.5-2.500L13 15.500l2.5-.3z',
} as const;

export type IconName = keyof typeof PATHS;

export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={PATHS[name]} />
  </svg>
);
