import type { Needs } from '../kit/needs';

export const calendarNeeds: Needs = {
  manifest: [
    {
      scope: 'https://www.googleapis.com/auth/calendar.addons.execute',
      reason: 'To show Tandem beside Google Calendar.',
    },
    {
      scope: 'https://www.googleapis.com/auth/calendar.events.readonly',
      reason: 'To tell you of the event you opened whether and why it is synced.',
    },
    {
      scope: 'https://www.googleapis.com/auth/script.scriptapp',
      reason: 'To run the sync by itself, once you have turned it on.',
    },
    {
      scope: 'https://www.googleapis.com/auth/script.external_request',
      reason: 'To send many changes to Google Calendar in one request.',
    },
  ],
  delegation: [
    {
      scope: 'https://www.googleapis.com/auth/calendar.events',
      reason: 'To read and write the events of people whose calendar sync is on.',
    },
  ],
};
