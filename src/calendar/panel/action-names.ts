/** What the calendar's buttons ask for. */
export const CALENDAR = {
  home: 'calendar.home',
  lookAhead: 'calendar.look-ahead',
  start: 'calendar.start',
  notNow: 'calendar.not-now',
  syncSoon: 'calendar.sync-soon',
  askOff: 'calendar.ask-off',
  turnOff: 'calendar.turn-off',
  types: 'calendar.types',
  approve: 'calendar.approve',
  admin: 'calendar.admin',
  switchOn: 'calendar.switch-on',
  switchOff: 'calendar.switch-off',
  saveSettings: 'calendar.save-settings',
} as const;
