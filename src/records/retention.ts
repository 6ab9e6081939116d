/** How long rows are kept, as settings in the sheet Settings. */
import type { Retention } from '../journal/ports';
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import { textOf } from '../sheets/cells';
import { addRow, updateRow, type Change } from '../sheets/change';
import { carryOut } from '../sheets/plan';
import { rowProblem, type RowProblem } from '../sheets/row-problem';
import type { Sheets } from '../sheets/sheets';
import { SETTINGS } from './forms';
import type { SettingChange } from './settings';

export interface RetentionRules {
  readonly defaults: Retention;
  readonly least: number;
  readonly most: number;
  /** Null for what is not a number of days within the limits. */
  daysOf(text: string): number | null;
}

type Name = keyof Retention;

const NAMES: Readonly<Record<Name, string>> = {
  journalDays: 'Keep the journal for (days)',
  runsDays: 'Keep runs for (days)',
};

const FIELDS = Object.keys(NAMES) as Name[];

const fieldOf = (name: string): Name | undefined =>
  FIELDS.find((field) => NAMES[field].toLowerCase() === name.toLowerCase());

export interface RetentionRead {
  readonly retention: Retention;
  readonly problems: readonly RowProblem[];
}

/** What cannot be read has its default, and is listed among the problems. */
export function retentionOf(
  sheets: Sheets,
  { defaults, least, most, daysOf }: RetentionRules,
): Result<RetentionRead, Failure> {
  const table = sheets.table(SETTINGS);
  if (!table.ok) return table;
  let retention = defaults;
  const problems: RowProblem[] = [];
  for (const { at, cells } of table.value.rows) {
    const field = fieldOf(textOf(cells.name));
    const text = textOf(cells.value);
    if (field === undefined || text === '') continue;
    const days = daysOf(text);
    if (days !== null) retention = { ...retention, [field]: days };
    else {
      const reason = `“${text}” cannot be read here. Write a whole number of days, from ${least} to ${most}. Until then rows are kept for ${defaults[field]} days.`;
      problems.push(rowProblem(SETTINGS.title, at, reason));
    }
  }
  return ok({ retention, problems });
}

/** Writes the settings that differ, and rows that are missing. Returns what changed. */
export function saveRetention(
  sheets: Sheets,
  retention: Retention,
  { least, most }: RetentionRules,
): Result<readonly SettingChange[], Failure> {
  const fresh = sheets.tableNow(SETTINGS);
  if (!fresh.ok) return fresh;
  const changed: SettingChange[] = FIELDS.flatMap((field) => {
    const row = fresh.value.rows.find(({ cells }) => fieldOf(textOf(cells.name)) === field);
    const before = row ? textOf(row.cells.value) : '';
    const after = String(retention[field]);
    return before === after ? [] : [{ name: NAMES[field], before, after }];
  });
  const saved = carryOut(sheets, [
    {
      changes() {
        const table = sheets.table(SETTINGS);
        if (!table.ok) return table;
        return ok(
          FIELDS.flatMap((field): Change[] => {
            const value = retention[field];
            const row = table.value.rows.find(({ cells }) => fieldOf(textOf(cells.name)) === field);
            if (!row)
              return [
                addRow(SETTINGS, { name: NAMES[field], value, meaning: `${least} to ${most}` }),
              ];
            return textOf(row.cells.value) === String(value)
              ? []
              : [updateRow(SETTINGS, row, { value })];
          }),
        );
      },
    },
  ]);
  return saved.ok ? ok(changed) : saved;
}
