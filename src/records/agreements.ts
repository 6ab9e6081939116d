/**
 * Which agreements are valid. The sheet Connections says who agreed, and a seal proves it. But a sheet can be put back to what it was, so the
 * agreements that have ended are kept outside it. A row counts as On only if it is sealed and newer than the last time its person turned
 * their sync off (S26).
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
  /** A store that outlives the execution, outside the workbook. */
  readonly store: StringStore;
  readonly workbookId: string;
  /** Signs a text with Tandem's secret. Fails while that secret cannot be saved. */
  sealer(): Result<(text: string) => string, Failure>;
}

/** One person's agreement, as their row has it. */
export interface Agreement {
  readonly userId: string;
  readonly consentedAt: string;
  /** Everything that the agreement covers. */
  readonly text: string;
}

export interface Agreements {
  seal(agreement: Agreement): string;
  /** Whether a row with this seal is valid. */
  stands(agreement: Agreement, seal: string): boolean;
  /** Ends these agreements and all earlier ones of the same people. To be called before their rows are written. */
  end(ended: readonly Agreement[]): Result<null, Failure>;
  /** Whether this version of Tandem has never read the workbook: then the rows of the earlier version are carried over. */
  readonly isNew: boolean;
  /** A seal as the earlier version made it. */
  sealBefore(text: string): string;
  /** Notes that the rows of the earlier version have been carried over. */
  begin(): Result<null, Failure>;
  /** Whether every valid row has to be sealed anew because too many have ended. `renewed` is called once that is done. */
  readonly isRenewing: boolean;
  renewed(): Result<null, Failure>;
}

/** An ended agreement takes about 35 bytes. */
export const MOST_LEDGER_BYTES = 8_000;

interface Ledger {
  /** Goes up when all rows are sealed anew; agreements that ended before then can be forgotten. */
  readonly epoch: number;
  /** The next epoch while rows are being sealed anew: seals of both are valid then. */
  readonly next: number | null;
  /** By user id: when their last ended agreement was made, in milliseconds, base 36. */
  readonly ended: Readonly<Record<string, string>>;
}

const EMPTY: Ledger = { epoch: 0, next: null, ended: {} };

const decode = decoderOf<Ledger>(
  object({ epoch: number(), next: nullable(number()), ended: record(string(), string()) }),
);

/** Fails with `saved-data-unreadable`: without knowing which agreements have ended, nobody counts as on. */
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
