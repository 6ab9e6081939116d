/** Settings of a feature as texts in the sheet Settings. The feature says what they mean. */
import type { SettingTexts } from '../availability/ports';
import { ok } from '../kit/result';
import { textOf } from '../sheets/cells';
import { addRow, updateRow, type Change } from '../sheets/change';
import { carryOut } from '../sheets/plan';
import type { Sheets } from '../sheets/sheets';
import { SETTINGS } from './forms';
import type { SettingChange } from './settings';

/** @param note is told what a saving changed. */
export const settingTexts = (
  sheets: Sheets,
  note: (changes: readonly SettingChange[]) => void,
): SettingTexts => ({
  load() {
    const table = sheets.table(SETTINGS);
    if (!table.ok) return table;
    return ok(
      Object.fromEntries(
        [...table.value.rows]
          .reverse()
          .map(({ cells }) => [textOf(cells.name), textOf(cells.value)]),
      ),
    );
  },
  save(rows) {
    const fresh = sheets.tableNow(SETTINGS);
    if (!fresh.ok) return fresh;
    const before = new Map(
      [...fresh.value.rows].reverse().map(({ cells }) => [textOf(cells.name), textOf(cells.value)]),
    );
    const changed = rows.flatMap(({ name, value }): SettingChange[] => {
      const was = before.get(name) ?? '';
      return was === value ? [] : [{ name, before: was, after: value }];
    });
    const saved = carryOut(sheets, [
      {
        changes() {
          const table = sheets.table(SETTINGS);
          if (!table.ok) return table;
          return ok(
            rows.flatMap(({ name, value, meaning }): Change[] => {
              const row = table.value.rows.find(({ cells }) => textOf(cells.name) === name);
              if (!row) return [addRow(SETTINGS, { name, value, meaning })];
              return textOf(row.cells.value) === value ? [] : [updateRow(SETTINGS, row, { value })];
            }),
          );
        },
      },
    ]);
    if (saved.ok && changed.length > 0) note(changed);
    return saved;
  },
});
