/** What no message may reveal, whoever wrote it: private keys, access tokens, signed assertions. */
const SECRETS =
  /-----BEGIN[^-]*PRIVATE KEY-----[\s\S]*?(?:-----END[^-]*-----|$)|\bya29\.[\w.-]+|\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?|\bBearer\s+\S+/g;

/** The text without secrets, short enough for a log line or a card. */
export const redacted = (text: string): string => text.replace(SECRETS, '…').slice(0, 2_000);

const ADDRESSES = /[^\s@"'<>()[\],;:]+(?:@|%40)[\w.-]+/g;

/** The same, also without addresses: developers who read the log need not know whom it is about. */
export const redactedForLog = (text: string): string => redacted(text).replace(ADDRESSES, '…');
