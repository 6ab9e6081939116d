import { BASE32HEX } from '../../kit/random';
import type { Workspace } from '../workspace';

/** A new point in the order of all changes: microseconds, strictly increasing even while the clock stands still. */
export function nextStamp({ state, clock }: Workspace): number {
  return (state.calendar.stamp = Math.max(state.calendar.stamp + 1, clock.now() * 1000));
}

/** The observed form of an event's etag: a quoted decimal, twice its microseconds. Programs must not read it. */
export const etagOf = (stamp: number): string => `"${stamp * 2}"`;

/** An event id as Google makes it: 26 characters of base32hex. */
export const newEventId = ({ random }: Workspace): string => random.text(26, BASE32HEX);

/** Lower-case base32hex without padding: the id of an imported event is `_` and this of its iCalUID. */
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
