import type { Needs } from '../kit/needs';

/** Reading only: people flow one way, from Google to the work system (C24). */
export const directoryNeeds: Needs = {
  manifest: [
    {
      scope: 'https://www.googleapis.com/auth/admin.directory.user.readonly',
      reason:
        'To bring your people into the work system, and keep their names and addresses right.',
    },
  ],
  delegation: [],
};
