/** Which batches were judged: their serials, kept outside the spreadsheet, where nobody can put them back together with it. */
import { array, number } from 'valibot';
import { decoderOf } from '../kit/decoder';
import type { Failure } from '../kit/failure';
import type { Result } from '../kit/result';
import { valueOr, type Slot, type SlotForm } from '../kit/slot';
import { UNDO_REMADE } from './spreadsheet';

/**
 * Another execution may have planned its batch before ours and made it after: a serial that nobody has judged may be older than the
 * last one by this much. A serial further back means a restored file.
 */
const OVERLAP_MS = 60_000;

/** Of the last minute. Versions of a file lie further apart than the batches beyond these. */
const MOST_SERIALS = 30;

const one = decoderOf<number>(number());
const all = decoderOf<readonly number[]>(array(number()));

/** The serial of the last judged batch, then those that it replaced within a minute, newest first. */
export const judgedSlot = (workbookId: string): SlotForm<readonly number[]> => ({
  key: `workbook.serial.${workbookId}`,
  version: 2,
  isShort: true,
  decode(data, version) {
    if (version >= 2) return all(data);
    const last = one(data);
    return last === null ? null : [last];
  },
});

export class JudgedSerials {
  private known: readonly number[] | null = null;

  /** @param place losing it only means judging once more. */
  constructor(private readonly place: Slot<readonly number[]>) {}

  /** Of the last judged batch; null for none. */
  get last(): number | null {
    return this.list()[0] ?? null;
  }

  /** Whether a spreadsheet with this serial is an earlier version: a batch that was replaced never comes last again by itself. */
  isPutBack(serial: number): boolean {
    const [last, ...before] = this.list();
    if (last === undefined || serial === UNDO_REMADE) return false;
    return serial < last - OVERLAP_MS || before.includes(serial);
  }

  remember(serial: number): void {
    const before = this.list().filter((other) => other > serial - OVERLAP_MS && other !== serial);
    this.known = [serial, ...before].slice(0, MOST_SERIALS);
    // If it cannot be saved, the next execution judges the batch once more.
    void this.place.write(this.known);
  }

  /** Goes on from a version that was put back: what came after it no longer counts. */
  accept(serial: number): Result<null, Failure> {
    return this.place.write((this.known = [serial]));
  }

  private list(): readonly number[] {
    return (this.known ??= valueOr(this.place.read(), []));
  }
}
