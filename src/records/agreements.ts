/**
 * Which agreements stand. The sheet Connections says who agreed and a seal proves it, but a sheet can be put back to what it was: so what has
 * ended is kept outside it. A row counts as On only when it is sealed, and agreed to after the person's last turning off (S26).
 */
import { nullable, number, object, record, string } from 'valibot';
import { msOf } from '../kit/clock';
import { decoderOf } from '../kit/decoder';
import type { Failure } from '../kit/failure';
import { fail, ok, type Result } from '../kit/result';
import { slot } from '../kit/slot';
import type { StringStore } from '../kit/string-store';
import { utf8Bytes } from '../kit/text';

export interface AgreementsPorts {
  /** Outlives the execution and is not in the workbook. */
  readonly store: StringStore;
  readonly workbookId: string;
  /** What only Tandem can write: a text that proves another one. Fails while its secret cannot be kept. */
  sealer(): Result<(text: string) => string, Failure>;
}

/** One person's, as a row tells it. */
export interface Agreement {
  readonly userId: string;
  readonly consentedAt: string;
  /** All that it is about. */
  readonly text: string;
}

export interface Agreements {
  seal(agreement: Agreement): string;
  /** Whether a row with this seal counts. */
  stands(agreement: Agreement, seal: string): boolean;
  /** Ends these and whatever their people agreed to before. To be called before their rows are written. */
  end(ended: readonly Agreement[]): Result<null, Failure>;
  /** Whether the workbook was never read by this version of Tandem: then what an earlier one wrote is carried over. */
  readonly isNew: boolean;
  /** A seal as the version before made it. */
  sealBefore(text: string): string;
  /** What the version before wrote is carried over. */
  begin(): Result<null, Failure>;
  /** Whether all rows that stand are to be sealed anew, for too many have ended: then `renewed` follows. */
  readonly isRenewing: boolean;
  renewed(): Result<null, Failure>;
}

/** Ended agreements are about 35 bytes each. */
export const MOST_LEDGER_BYTES = 8_000;

interface Ledger {
  /** Goes up when all rows are sealed anew: then what ended before need not be known any more. */
  readonly epoch: number;
  /** While rows are sealed anew, the next epoch: seals of both count. */
  readonly next: number | null;
  /** By user id: when the last agreement that has ended was made, as milliseconds in base 36. */
  readonly ended: Readonly<Record<string, string>>;
}

const EMPTY: Ledger = { epoch: 0, next: null, ended: {} };

const decode = decoderOf<Ledger>(
  object({ epoch: number(), next: nullable(number()), ended: record(string(), string()) }),
);

/** Fails with `saved-data-unreadable`: without knowing what ended nobody is on. */
export function agreements({
  store,
  workbookId,
  sealer,
}: AgreementsPorts): Result<Agreements, Failure> {
  const place = slot(store, { key: `agreements.${workbookId}`, version: 1, decode });
  const saved = place.read();
  if (saved.kind === 'unreadable') return fail({ kind: 'saved-data-unreadable', key: place.key });
  let ledger = saved.kind === 'value' ? saved.value : EMPTY;
  let isNew = saved.kind === 'nothing';
  const seals = sealer();
  if (!seals.ok) return seals;
  const sealIn = (epoch: number, text: string): string =>
    seals.value(`${workbookId} ${epoch} ${text}`);

  function keep(next: Ledger): Result<null, Failure> {
    const kept = place.write(next);
    if (!kept.ok) return kept;
    ledger = next;
    isNew = false;
    return kept;
  }

  return ok({
    get isNew() {
      return isNew;
    },
    sealBefore: (text) => seals.value(`${workbookId} ${text}`),
    begin: () => keep(ledger),
    get isRenewing() {
      return ledger.next !== null;
    },
    seal: ({ text }) => sealIn(ledger.next ?? ledger.epoch, text),
    stands({ userId, consentedAt, text }, seal) {
      if (ledger.next !== null && seal === sealIn(ledger.next, text)) return true;
      const ended = parseInt(ledger.ended[userId] ?? '', 36);
      const isOver = !(Number.isNaN(ended) || msOf(consentedAt) > ended);
      return !isOver && seal === sealIn(ledger.epoch, text);
    },
    end(agreed) {
      if (agreed.length === 0) return ok(null);
      const ended = { ...ledger.ended };
      for (const { userId, consentedAt } of agreed) {
        const before = parseInt(ended[userId] ?? '0', 36);
        ended[userId] = Math.max(before, msOf(consentedAt) || 0).toString(36);
      }
      const isLong = utf8Bytes(JSON.stringify(ended)) > MOST_LEDGER_BYTES;
      return keep({ ...ledger, ended, next: isLong ? ledger.epoch + 1 : ledger.next });
    },
    renewed() {
      return ledger.next === null ? ok(null) : keep({ ...EMPTY, epoch: ledger.next });
    },
  });
}
