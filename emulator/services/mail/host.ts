import type { Execution } from '../../runtime/execution';
import { ScriptException } from '../../runtime/script-exception';
import type { Mail } from '../../workspace/state/workspace-state';
import { quotaLeft, takeQuota, type DailyQuota } from '../quota/quota';
import type { CrossingFile, MailMessage, MailOperations } from './operations';

const SCOPE = ['https://www.googleapis.com/auth/script.send_mail'];

/** Puts mails into the Workspace's outbox. @see https://developers.google.com/apps-script/reference/mail/mail-app */
export function mailOperations(execution: Execution): MailOperations {
  const { limits } = execution.hands;
  const quota: DailyQuota = { key: 'mail', limit: limits.MAIL_RECIPIENTS_PER_DAY, words: 'email' };
  return {
    'mail.sendEmail': (message) =>
      execution.service('mail.sendEmail', () => {
        execution.requireScope('MailApp.sendEmail', SCOPE);
        send(execution, message, quota);
      }),
    'mail.getRemainingDailyQuota': () =>
      execution.service('mail.getRemainingDailyQuota', () => {
        execution.requireScope('MailApp.getRemainingDailyQuota', SCOPE);
        return quotaLeft(execution, quota);
      }),
  };
}

function send(execution: Execution, message: MailMessage, quota: DailyQuota): void {
  const { workspace, start } = execution;
  const [to, cc, bcc] = [message.to, message.cc, message.bcc].map(addresses) as [
    string[],
    string[],
    string[],
  ];
  const recipients = to.length + cc.length + bcc.length;
  if (recipients === 0) throw new ScriptException('Failed to send email: no recipient');
  checkSize(execution, message, recipients);
  takeQuota(execution, quota, recipients);
  const domain = start.person.email.split('@')[1];
  const files = message.attachments.map(fileOf);
  const images = Object.entries(message.inlineImages).map(([key, file]) => ({
    ...fileOf(file),
    contentId: key,
  }));
  const mail: Mail = {
    at: new Date(workspace.clock.now()).toISOString(),
    from: message.noReply ? `noreply@${domain}` : start.person.email,
    to,
    subject: message.subject,
    body: message.body,
    by: 'MailApp',
    ...(cc.length > 0 && { cc }),
    ...(bcc.length > 0 && { bcc }),
    ...(message.htmlBody !== undefined && { htmlBody: message.htmlBody }),
    ...(message.replyTo !== undefined && { replyTo: message.replyTo }),
    ...(message.name !== undefined && { senderName: message.name }),
    ...(files.length > 0 && { attachments: files }),
    ...(images.length > 0 && { inlineImages: images }),
  };
  workspace.state.outbox.push(mail);
}

/** @see https://developers.google.com/apps-script/guides/services/quotas */
function checkSize(
  { hands: { limits } }: Execution,
  message: MailMessage,
  recipients: number,
): void {
  if (recipients > limits.MAIL_RECIPIENTS_PER_MESSAGE)
    throw new ScriptException('Limit Exceeded: Email Recipients Per Message.');
  const bodyBytes = Math.max(
    Buffer.byteLength(message.body),
    Buffer.byteLength(message.htmlBody ?? ''),
  );
  if (bodyBytes > limits.MAIL_BODY_BYTES)
    throw new ScriptException('Limit Exceeded: Email Body Size.');
  if (message.attachments.length > limits.MAIL_ATTACHMENTS)
    throw new ScriptException('Limit Exceeded: Email Attachments Per Message.');
  const files = [...message.attachments, ...Object.values(message.inlineImages)];
  const total = files.reduce((sum, file) => sum + Buffer.byteLength(base64Of(file), 'base64'), 0);
  if (total > limits.MAIL_TOTAL_BYTES)
    throw new ScriptException('Limit Exceeded: Email Total Attachments Size.');
}

/** `a@x.example, Ben <b@x.example>` as addresses. @throws ScriptException for text that is not an address. */
function addresses(text = ''): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const address = /<([^<>]+)>$/.exec(part)?.[1] ?? part;
      if (!/^[^\s@<>]+@[^\s@<>]+$/.test(address))
        throw new ScriptException(`Invalid email: ${part}`);
      return address;
    });
}

const base64Of = ({ content }: CrossingFile): string =>
  'base64' in content ? content.base64 : Buffer.from(content.text).toString('base64');

const fileOf = (file: CrossingFile): { name: string; contentType: string; base64: string } => ({
  name: file.name ?? 'attachment',
  contentType: file.contentType ?? 'application/octet-stream',
  base64: base64Of(file),
});
