/** Activity types by name, as people write them, and by id, as Tandem keeps them. */
import type { ActivityType } from '../../calendar/ports';
import type { Failure } from '../../kit/failure';
import { ok, type Result } from '../../kit/result';
import { flagOf, textOf } from '../../sheets/cells';
import { ACTIVITY_TYPES } from './forms';
import type { Sheets } from '../../sheets/sheets';
import type { Cell } from '../../sheets/spreadsheet';

export interface TypeNames {
  readonly all: readonly ActivityType[];
  /** The type that a cell names; null for an unknown name. An empty cell means the default type. */
  idOf(cell: Cell): string | null;
  /** What to write for a type: its name, or the id if it is unknown. */
  nameOf(id: string): string;
  readonly defaultId: string;
}

/** The types in the sheet; of two with the same id, the first counts. */
export function typeNames(sheets: Sheets): Result<TypeNames, Failure> {
  const table = sheets.table(ACTIVITY_TYPES);
  if (!table.ok) return table;
  const byId = new Map<string, ActivityType>();
  for (const { cells } of table.value.rows) {
    const name = textOf(cells.name) || textOf(cells.id);
    const id = textOf(cells.id) || idOfName(name);
    const flags = {
      isTask: flagOf(cells.isTask) ?? false,
      isDefault: flagOf(cells.isDefault) ?? false,
      isPersonal: flagOf(cells.isPersonal) ?? false,
    };
    if (!byId.has(id)) byId.set(id, { id, name, ...flags });
  }
  return ok(namesOf([...byId.values()]));
}

/** A type that somebody added without an id is known by its name. */
const idOfName = (name: string): string => name.toLowerCase().replace(/\s+/g, '-');

export function namesOf(all: readonly ActivityType[]): TypeNames {
  const ids = new Map<string, string>();
  for (const { id } of all) ids.set(id.toLowerCase(), id);
  for (const { id, name } of [...all].reverse()) ids.set(name.toLowerCase(), id);
  const usable = all.filter(({ isTask }) => !isTask);
  const byDefault =
    usable.find(({ isDefault }) => isDefault) ?? usable.find(({ isPersonal }) => !isPersonal);
  const defaultId = byDefault?.id ?? '';
  const names = new Map(all.map(({ id, name }) => [id, name]));
  return {
    all,
    defaultId,
    idOf(cell) {
      const text = textOf(cell).toLowerCase();
      return text === '' ? defaultId : (ids.get(text) ?? null);
    },
    nameOf(id) {
      const name = names.get(id);
      return name !== undefined && ids.get(name.toLowerCase()) === id ? name : id;
    },
  };
}
