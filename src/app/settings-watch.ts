/** Compares the sheet Settings with the last look: what differs was changed by a person in the workbook. */
import { record, string } from 'valibot';
import { clock } from '../google/clock';
import type { Decision } from '../journal/ports';
import { instantAt } from '../kit/clock';
import { decoderOf } from '../kit/decoder';
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import { slot, valueOr, type SlotForm } from '../kit/slot';
import type { StringStore } from '../kit/string-store';
import { shortened } from '../kit/text';

type Values = Readonly<Record<string, string>>;

const seenSlot: SlotForm<Values> = {
  key: 'settings.seen',
  version: 1,
  decode: decoderOf<Values>(record(string(), string())),
};

/** Only the beginning of a long list of types is compared. */
const VALUE_CHARACTERS = 200;

const BY_HAND = 'Somebody in the workbook';

export interface SettingsWatch {
  /** What was changed by hand, in words for the Journal. */
  list(): readonly Decision[];
  noteSeen(): Result<null, Failure>;
  /** Notes what Tandem itself wrote, so that it does not count as a change. */
  noteOwn(values: Values): void;
}

/**
 * @param store the organization's store.
 * @param read the sheet's values by name; null when this execution has not read it.
 */
export function settingsWatch(store: StringStore, read: () => Values | null): SettingsWatch {
  const place = slot(store, seenSlot);
  const shown = (): Values | null => {
    const values = read();
    return (
      values &&
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, shortened(value, VALUE_CHARACTERS)]),
      )
    );
  };
  return {
    list() {
      const now = shown();
      if (now === null) return [];
      const before = valueOr(place.read(), null);
      if (before === null) {
        // The first look has nothing to compare with. If it cannot be saved, the next one is the first.
        void place.write(now);
        return [];
      }
      const names = [...new Set([...Object.keys(before), ...Object.keys(now)])];
      const at = instantAt(clock.now());
      return names.flatMap((name): Decision[] => {
        const [was, is] = [own(before, name), own(now, name)];
        if (was === is) return [];
        const change = `${name}: ${valueWords(was)} → ${valueWords(is)}. Changed in the workbook.`;
        return [{ id: `settings ${name}`, at, by: BY_HAND, title: 'Settings', change }];
      });
    },
    noteSeen() {
      const now = shown();
      return now === null ? ok(null) : place.write(now);
    },
    noteOwn(values) {
      const before = valueOr(place.read(), null);
      const cut = Object.entries(values).map(([name, value]) => [
        name,
        shortened(value, VALUE_CHARACTERS),
      ]);
      // Without an earlier look there is nothing to compare.
      if (before !== null) void place.write({ ...before, ...Object.fromEntries(cut) });
    },
  };
}

const own = (values: Values, name: string): string =>
  Object.prototype.hasOwnProperty.call(values, name) ? values[name]! : '';

/** A value as a line of the Journal shows it. */
export const valueWords = (value: string): string => (value === '' ? 'nothing' : value);
