import type { Needs } from '../kit/needs';

export const auditNeeds: Needs = {
  manifest: [
    {
      scope: 'https://www.googleapis.com/auth/admin.reports.audit.readonly',
      reason:
        'To read the OAuth log events of your organization when an administrator exports them.',
    },
    {
      scope: 'https://www.googleapis.com/auth/drive.file',
      reason: 'To write them into the spreadsheet that you give Tandem, and into no other file.',
    },
  ],
  delegation: [],
};
