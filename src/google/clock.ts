import type { Chance, Clock, Sleep } from '../runs/ports';
import { LIMITS } from './limits';

export const clock: Clock = { now: () => Date.now() };

export const sleep: Sleep = (durationMs) => {
  for (let left = Math.ceil(durationMs); left > 0; left -= LIMITS.SLEEP_MS)
    Utilities.sleep(Math.min(left, LIMITS.SLEEP_MS));
};

export const chance: Chance = () => Math.random();
