/** What a message may not carry out of Tandem, whoever wrote it: private keys, access tokens, signed assertions. */
const SECRETS =
  /-----BEGIN[^-]*PRIVATE KEY-----[\s\S]*?(?:-----END[^-]*-----|$)|\bya29\.[\w.-]+|\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?|\bBearer\s+\S+/g;

/** The text without secrets, and not longer than a log line or a card can bear. */
export const redacted = (text: string): string => text.replace(SECRETS, '…').slice(0, 2_000);

const ADDRESSES = /[^\s@"'<>()[\],;:]+(?:@|%40)[\w.-]+/g;

/** The same without addresses either: developers read the log, and need not know about whom it is. */
export const redactedForLog = (text: string): string => redacted(text).replace(ADDRESSES, '…');
