/** Decides which times of a team clients can book, from those of its members. */
import type { Span } from './events';
import { freeSpans, notYet, partition, type Availability, type Block } from './plan';
import type { Reason } from './reasons';
import type { Team } from './teams';

type Known = Pick<Availability, 'window' | 'blocks'>;

/**
 * When clients can book the team. Of a team of which one is enough, every time without a block is free for one and the same member
 * from its beginning to its end: a block without length stands where the next one takes over.
 *
 * @param members null for somebody of whom nothing is known: they are never free. At least one is known.
 */
export function planTeam(needs: Team['needs'], members: readonly (Known | null)[]): Known {
  const known = members.flatMap((one) => one ?? []);
  const window = {
    startMs: Math.max(...known.map((one) => one.window.startMs)),
    endMs: Math.min(...known.map((one) => one.window.endMs)),
  };
  if (needs === 'one') return { window, blocks: [...blocksOfOne(known, window), notYet(window)] };
  const missing: Block[] = known.length < members.length ? [{ ...window, reason: 'unknown' }] : [];
  const layers = [...known.flatMap(({ blocks }) => blocks), ...missing];
  return { window, blocks: [...partition(layers, window), notYet(window)] };
}

function blocksOfOne(known: readonly Known[], window: Span): Block[] {
  const free = known.flatMap((one) => freeSpans(window, one));
  const blocks: Block[] = [];
  let isTaken = true;
  for (let atMs = window.startMs; atMs < window.endMs;) {
    const untilMs = Math.max(
      ...free.map(({ startMs, endMs }) => (startMs <= atMs ? endMs : 0)),
      atMs,
    );
    if (untilMs > atMs) {
      if (!isTaken) blocks.push({ startMs: atMs, endMs: atMs, reason: 'hand-over' });
      isTaken = false;
      atMs = untilMs;
      continue;
    }
    const nextMs = Math.min(
      ...free.map(({ startMs }) => (startMs > atMs ? startMs : window.endMs)),
      window.endMs,
    );
    const span = { startMs: atMs, endMs: nextMs };
    blocks.push({ ...span, reason: reasonFor(known, span) });
    isTaken = true;
    atMs = nextMs;
  }
  return blocks;
}

/** The reason that all have, if it is one. */
function reasonFor(known: readonly Known[], { startMs, endMs }: Span): Reason {
  const reasons = new Set(
    known.flatMap(({ blocks }) =>
      blocks.filter((one) => one.startMs < endMs && startMs < one.endMs).map((one) => one.reason),
    ),
  );
  const [only] = reasons;
  return only !== undefined && reasons.size === 1 ? only : 'nobody-free';
}
