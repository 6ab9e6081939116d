import { addressOf } from '../shell/place';
import { control } from '../shell/workspace-client';

/** A mail that somebody would have received. */
export interface Mail {
  readonly at: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly body: string;
  readonly htmlBody?: string;
  readonly by: string;
}

/** All of them, oldest first. */
export const mails = (): Promise<readonly Mail[]> =>
  control<{ mails: readonly Mail[] }>('outbox').then((answer) => answer.mails);

export const outboxAddress = addressOf(null, 'workspace', 'outbox');
