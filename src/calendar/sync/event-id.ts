/** Ids of the events that Tandem creates. They are derived, so that a retry meets its own event instead of making a second one. */

const ALPHABET = '0123456789abcdefghijklmnopqrstuv';

/** SHA-256 of a text in UTF-8, as bytes; signed as Apps Script gives them, or not. */
export type Sha256 = (text: string) => readonly number[];

/**
 * The id of an activity's event in Google: base32hex without padding, 52 characters.
 *
 * @param generation goes up by one when an event with this id was deleted and has to be made anew, for Google never
 *   frees an id. @see https://developers.google.com/workspace/calendar/api/v3/reference/events#id
 */
export const eventIdOf = (
  activityId: string,
  generation: number,
  { tenant, sha256 }: { readonly tenant: string; readonly sha256: Sha256 },
): string => base32hex(sha256(JSON.stringify([tenant, activityId, generation])));

function base32hex(bytes: readonly number[]): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = ((held << 8) | (byte & 0xff)) & 0xfff;
    for (bits += 8; bits >= 5; bits -= 5) text += ALPHABET.charAt((held >> (bits - 5)) & 31);
  }
  return bits > 0 ? text + ALPHABET.charAt((held << (5 - bits)) & 31) : text;
}
