/** An organization that is set up and in which nothing runs: paused, or disconnected. */
import { nullable, object, picklist, string } from 'valibot';
import { instantAt, msOf } from '../kit/clock';

export interface Stop {
  readonly kind: 'paused' | 'disconnected';
  readonly at: string;
  /** Until when another environment should not be connected (C21); null when nothing has to settle. */
  readonly coolsUntil: string | null;
}

/** How long an environment rests after it was disconnected, before another one takes its place (C21). */
const COOLING_MS = 24 * 3_600_000;

export const stopForm = nullable(
  object({
    kind: picklist(['paused', 'disconnected']),
    at: string(),
    coolsUntil: nullable(string()),
  }),
);

export const paused = (nowMs: number): Stop => ({
  kind: 'paused',
  at: instantAt(nowMs),
  coolsUntil: null,
});

/** @param changesEnvironment whether another environment, such as production after a demo, comes next (C20). */
export const disconnected = (nowMs: number, changesEnvironment: boolean): Stop => ({
  kind: 'disconnected',
  at: instantAt(nowMs),
  coolsUntil: changesEnvironment ? instantAt(nowMs + COOLING_MS) : null,
});

export type StopState = 'paused' | 'disconnected' | 'cooling-down';

export const stopState = ({ kind, coolsUntil }: Stop, nowMs: number): StopState =>
  kind === 'disconnected' && coolsUntil !== null && nowMs < msOf(coolsUntil)
    ? 'cooling-down'
    : kind;
