import { BASE32HEX } from '../../kit/random';
import type { Workspace } from '../workspace';

/** A new point in the order of all changes: microseconds, strictly increasing even while the clock does not move. */
export function nextStamp({ state, clock }: Workspace): number {
  return (state.calendar.stamp = Math.max(state.calendar.stamp + 1, clock.now() * 1000));
}

/** An event's etag in the form that was observed: a quoted decimal, twice its microseconds. Programs must not interpret it. */
export const etagOf = (stamp: number): string => `"${stamp * 2}"`;

/** An event id in Google's form: 26 characters of base32hex. */
export const newEventId = ({ random }: Workspace): string => random.text(26, BASE32HEX);

/** Lower-case base32hex without padding: an imported event's id is `_` and its iCalUID in this form. */
export function base32hex(text: string): string {
  let out = '';
  let bits = 0;
  let held = 0;
  for (const byte of Buffer.from(text)) {
    held = (held << 8) | byte;
    bits += 8;
    for (; bits >= 5; bits -= 5) out += BASE32HEX[(held >> (bits - 5)) & 31];
    held &= 31;
  }
  return bits > 0 ? out + BASE32HEX[(held << (5 - bits)) & 31]! : out;
}
