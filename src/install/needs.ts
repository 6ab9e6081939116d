import type { Needs } from '../kit/needs';

/**
 * With which the service account asks, in its own name, whether Tandem is installed. People are not asked for it.
 *
 * @see https://developers.google.com/workspace/marketplace/example-calls-marketplace-api
 */
export const LICENSE_SCOPE = 'https://www.googleapis.com/auth/appsmarketplace.license';

export const installNeeds: Needs = {
  manifest: [
    {
      scope: 'https://www.googleapis.com/auth/userinfo.email',
      reason: 'To know who you are, and which organization you belong to.',
    },
    {
      scope: 'https://www.googleapis.com/auth/drive.file',
      reason: 'To make your organization’s workbook, and to open no file but those it made.',
    },
    {
      scope: 'https://www.googleapis.com/auth/script.external_request',
      reason: 'To ask Google whether Tandem is installed and what was delegated to it.',
    },
    {
      scope: 'https://www.googleapis.com/auth/script.send_mail',
      reason:
        'To tell the sync account and its deputy when Tandem has stopped working, and to send your request when you ask a colleague to set it up.',
    },
  ],
  delegation: [],
};
