import type { CrossingContent } from '../blob/realm';

/** A file attached to a mail. */
export interface CrossingFile {
  readonly name: string | null;
  readonly contentType: string | null;
  readonly content: CrossingContent;
}

/** A mail as the script wrote it; addresses are still one string, separated by commas. */
export interface MailMessage {
  readonly to?: string;
  readonly cc?: string;
  readonly bcc?: string;
  readonly replyTo?: string;
  readonly subject: string;
  readonly body: string;
  readonly htmlBody?: string;
  readonly name?: string;
  readonly noReply?: boolean;
  readonly attachments: readonly CrossingFile[];
  readonly inlineImages: Readonly<Record<string, CrossingFile>>;
}

/** What MailApp needs from the host. */
export interface MailOperations {
  'mail.sendEmail'(message: MailMessage): void;
  'mail.getRemainingDailyQuota'(): number;
}
