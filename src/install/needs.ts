import type { Needs } from '../kit/needs';

export const installNeeds: Needs = {
  manifest: [
    {
      scope: 'https://www.googleapis.com/auth/userinfo.email',
      reason: 'To know who you are, and which organisation you belong to.',
    },
    {
      scope: 'https://www.googleapis.com/auth/calendar.addons.execute',
      reason: 'To show Tandem beside Google Calendar.',
    },
  ],
  delegation: [],
};
