/** Instants as a spreadsheet stores dates and times: days since 1899-12-30, by the clocks in its time zone. */
import { msOf } from '../kit/clock';
import { isTimeZone, offsetMsAt } from '../kit/zoned-time';

const DAY_MS = 86_400_000;
/** Serial number of 1970-01-01. */
const EPOCH_SERIAL = 25_569;

/** @param zone the spreadsheet's time zone; an unknown one counts as UTC. */
export function serialAt(instant: string, zone: string): number {
  const ms = msOf(instant);
  const offsetMs = isTimeZone(zone) ? offsetMsAt(ms, zone) : 0;
  return EPOCH_SERIAL + (ms + offsetMs) / DAY_MS;
}
