import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import { call } from './call';

export interface Mail {
  readonly to: readonly string[];
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
}

/**
 * Sends a mail in the running account's name. Fails with `daily-limit` when the account has reached its recipients
 * for the day, and with `missing-scopes`.
 *
 * @see https://developers.google.com/apps-script/reference/mail/mail-app#sendEmail(Object)
 */
export function sendMail({ to, subject, text }: Mail): Result<null, Failure> {
  if (to.length === 0) return ok(null);
  return call(() => {
    MailApp.sendEmail({ to: to.join(','), subject, body: text, name: 'Tandem' });
    return null;
  });
}
