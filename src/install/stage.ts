import { picklist } from 'valibot';
import { decoderOf } from '../kit/decoder';
import { slot, type Slot } from '../kit/slot';
import type { StringStore } from '../kit/string-store';

const STAGES = ['asking-role', 'ask', 'installing', 'finalizing'] as const;

/** How far one person has come; nothing before they began. */
export type Stage = (typeof STAGES)[number];

/** Kept for each person apart, so that one who comes back goes on where they were (H13). */
export const stageSlot = (own: StringStore): Slot<Stage> =>
  slot(own, { key: 'install.stage', version: 1, decode: decoderOf<Stage>(picklist(STAGES)) });
