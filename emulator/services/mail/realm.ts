import { operations } from '../../runtime/realm/bridge';
import { defineLazily } from '../../runtime/realm/define';
import { emulated } from '../../runtime/realm/emulated';
import { Blob, blobFrom } from '../blob/realm';
import { argumentsOf } from '../signature/realm';
import { javaText } from '../signature/realm-java-text';
import type { CrossingFile, MailMessage, MailOperations } from './operations';

const call = operations<MailOperations>();

/** @see https://developers.google.com/apps-script/reference/mail/mail-app */
export function installMail(): void {
  defineLazily('MailApp', () =>
    emulated('Mail.MailApp', {
      getRemainingDailyQuota: () => call('mail.getRemainingDailyQuota'),
      sendEmail(...args: unknown[]): void {
        call('mail.sendEmail', messageOf(args));
      },
    }),
  );
}

type Options = Readonly<Record<string, unknown>>;

/** The four forms of sendEmail: one object; to, subject, body; those and options; to, replyTo, subject, body. */
function messageOf(args: readonly unknown[]): MailMessage {
  const form = argumentsOf<unknown[]>(
    'MailApp.sendEmail',
    args,
    [isOptions],
    ['String', 'String', 'String'],
    ['String', 'String', 'String', isOptions],
    ['String', 'String', 'String', 'String'],
  );
  if (form.length === 1) return toMessage(form[0] as Options);
  if (form.length === 3) return toMessage({ to: form[0], subject: form[1], body: form[2] });
  if (typeof form[3] === 'string')
    return toMessage({ to: form[0], replyTo: form[1], subject: form[2], body: form[3] });
  return toMessage({ ...(form[3] as Options), to: form[0], subject: form[1], body: form[2] });
}

const isOptions = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function toMessage(options: Options): MailMessage {
  const text = (name: string): Record<string, string> => {
    const value = options[name];
    return value === undefined || value === null ? {} : { [name]: javaText(value) };
  };
  const attachments = (options['attachments'] ?? []) as unknown[];
  const images = Object.entries((options['inlineImages'] ?? {}) as object);
  return {
    subject: '',
    body: '',
    ...text('to'),
    ...text('cc'),
    ...text('bcc'),
    ...text('replyTo'),
    ...text('subject'),
    ...text('body'),
    ...text('htmlBody'),
    ...text('name'),
    ...(options['noReply'] === true && { noReply: true }),
    attachments: (Array.isArray(attachments) ? attachments : [attachments]).map(crossingFile),
    inlineImages: Object.fromEntries(images.map(([key, source]) => [key, crossingFile(source)])),
  };
}

function crossingFile(source: unknown): CrossingFile {
  const blob = blobFrom(source);
  return { name: blob.getName(), contentType: blob.getContentType(), content: Blob.crossing(blob) };
}
