/** An organization's calendar settings, as names and values that people can read and write. */
import type { CalendarSettings, SettingWords } from '../calendar/ports';
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import { textOf } from '../sheets/cells';
import { SETTINGS } from './forms';
import { rowProblem, type RowProblem } from '../sheets/row-problem';
import type { Sheets } from '../sheets/sheets';
import type { Cell } from '../sheets/spreadsheet';
import { addRow, updateRow, type Change } from '../sheets/change';
import { carryOut, type Plan } from '../sheets/plan';

/** The work system's activity types by name. */
export interface TypeWords {
  /** The id of the type that a cell names; null for an unknown name. */
  idOf(cell: Cell): string | null;
  /** What to write for a type. */
  nameOf(id: string): string;
}

/** What the calendar sync says about its settings. */
export interface SettingsRules {
  readonly defaults: CalendarSettings;
  /** The names of the settings and of their choices, the same as on cards. */
  readonly words: SettingWords;
  /** What is wrong with a template, in a sentence; null when nothing is. */
  templateFault(template: string, of: 'title' | 'notes'): string | null;
}

type Name = keyof CalendarSettings;

interface Words<N extends Name> {
  readonly name: string;
  readonly meaning: string;
  /** Null for what cannot be read. */
  read(text: string, types: TypeWords): CalendarSettings[N] | null;
  write(value: CalendarSettings[N], types: TypeWords): string;
}

const choice = <V extends string>(words: Readonly<Record<V, string>>) => ({
  read: (text: string): V | null =>
    (Object.keys(words) as V[]).find((value) =>
      [value, words[value].toLowerCase()].includes(text.toLowerCase()),
    ) ?? null,
  write: (value: V): string => words[value],
});

const listed = (values: readonly string[]): string =>
  `${values.slice(0, -1).join(', ')} or ${values[values.length - 1]}`;

type Chosen = {
  [N in Name]: SettingWords[N] extends { readonly choices: unknown } ? N : never;
}[Name];

const choiceRow = <N extends Chosen>(settings: SettingWords, setting: N): Words<N> => {
  const { name, choices } = settings[setting];
  const words = choices as Readonly<Record<string, string>>;
  return { name, meaning: listed(Object.values(words)), ...choice(words) } as unknown as Words<N>;
};

const [ALL, NONE] = ['All', 'None'] as const;

type SettingRows = { readonly [N in Name]: Words<N> };

/** A name, what may be written, and the value unchanged. */
const templateRow = (
  { name, meaning }: { readonly name: string; readonly meaning: string },
  fault: (text: string) => string | null,
) => ({
  ...{ name, meaning },
  read: (text: string): string | null => (text === '' || fault(text) !== null ? null : text),
  write: (value: string): string => value,
});

/** Outside the function, because each run reads the settings and needs no other sentence. */
const TYPES_MEANING = 'All, None, or names from the sheet Activity types with commas between them';
const DEFAULT_TYPE_MEANING =
  'A name from the sheet Activity types; empty for the default type there';

const rowsOf = ({ words, templateFault }: SettingsRules): SettingRows => ({
  winner: choiceRow(words, 'winner'),
  privateEvents: choiceRow(words, 'privateEvents'),
  specialEvents: choiceRow(words, 'specialEvents'),
  types: {
    name: words.types.name,
    meaning: TYPES_MEANING,
    read(text, types) {
      if (text === '' || text.toLowerCase() === ALL.toLowerCase()) return { kind: 'all' };
      return { kind: 'chosen', ids: textsOf(text).flatMap((name) => types.idOf(name) ?? []) };
    },
    write: (value, types) =>
      value.kind === 'all' ? ALL : value.ids.map(types.nameOf).join(', ') || NONE,
  },
  defaultTypeId: {
    name: words.defaultTypeId.name,
    meaning: DEFAULT_TYPE_MEANING,
    read: (text, types) => (text === '' ? null : types.idOf(text)),
    write: (value, types) => (value === null ? '' : types.nameOf(value)),
  },
  clientId: choiceRow(words, 'clientId'),
  titleTemplate: templateRow(words.titleTemplate, (text) => templateFault(text, 'title')),
  notesTemplate: templateRow(words.notesTemplate, (text) => templateFault(text, 'notes')),
  shownAs: choiceRow(words, 'shownAs'),
  visibility: choiceRow(words, 'visibility'),
  titleWay: choiceRow(words, 'titleWay'),
  notesWay: choiceRow(words, 'notesWay'),
  locationWay: choiceRow(words, 'locationWay'),
  participantsWay: choiceRow(words, 'participantsWay'),
  whoConnects: choiceRow(words, 'whoConnects'),
});

/** In the order of the rows. */
const NAMES: readonly Name[] = [
  'winner',
  'privateEvents',
  'specialEvents',
  'types',
  'defaultTypeId',
  'clientId',
  'titleTemplate',
  'notesTemplate',
  'shownAs',
  'visibility',
  'titleWay',
  'notesWay',
  'locationWay',
  'participantsWay',
  'whoConnects',
];

const textsOf = (text: string): string[] =>
  text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name.toLowerCase() !== NONE.toLowerCase());

export interface SettingsRead {
  readonly settings: CalendarSettings;
  readonly problems: readonly RowProblem[];
}

/**
 * The settings; what cannot be read has its default. Unknown names of types are left out: a typing mistake must not send
 * more than was chosen.
 */
export function settingsOf(
  sheets: Sheets,
  types: TypeWords,
  rules: SettingsRules,
): Result<SettingsRead, Failure> {
  const table = sheets.table(SETTINGS);
  if (!table.ok) return table;
  const rows = rowsOf(rules);
  let settings = rules.defaults;
  const problems: RowProblem[] = [];
  for (const { at, cells } of table.value.rows) {
    const name = nameOfRow(cells.name, rows);
    if (name === undefined) continue;
    const text = textOf(cells.value);
    const value = rows[name].read(text, types);
    if (value !== null) settings = { ...settings, [name]: value };
    if (text !== '' && !isUnderstood(name, text, value, types))
      problems.push(
        rowProblem(
          SETTINGS.title,
          at,
          `“${textOf(cells.value)}” cannot be read here. Write ${rows[name].meaning}.`,
        ),
      );
  }
  return ok({ settings, problems });
}

const nameOfRow = (cell: Cell, rows: SettingRows): Name | undefined => {
  const text = textOf(cell).toLowerCase();
  return NAMES.find((name) => rows[name].name.toLowerCase() === text);
};

const isUnderstood = (
  name: Name,
  text: string,
  value: CalendarSettings[Name],
  types: TypeWords,
): boolean =>
  name === 'types'
    ? text.toLowerCase() === ALL.toLowerCase() ||
      textsOf(text).every((one) => types.idOf(one) !== null)
    : value !== null;

/** A change of one setting, in the words of its row; empty where there was no value. */
export interface SettingChange {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** Writes the settings that differ, and rows that are missing. Returns what changed. */
export function saveSettings(
  sheets: Sheets,
  settings: CalendarSettings,
  types: TypeWords,
  rules: SettingsRules,
): Result<readonly SettingChange[], Failure> {
  const rows = rowsOf(rules);
  const fresh = sheets.tableNow(SETTINGS);
  if (!fresh.ok) return fresh;
  const changed = NAMES.flatMap((name): SettingChange[] => {
    const { write, name: title } = rows[name] as Words<Name>;
    const row = fresh.value.rows.find(({ cells }) => nameOfRow(cells.name, rows) === name);
    const [before, after] = [textOf(row?.cells.value ?? ''), write(settings[name], types)];
    return before === after ? [] : [{ name: title, before, after }];
  });
  const saved = carryOut(sheets, [settingsPlan(sheets, settings, { types, rows })]);
  return saved.ok ? ok(changed) : saved;
}

const settingsPlan = (
  sheets: Sheets,
  settings: CalendarSettings,
  { types, rows }: { readonly types: TypeWords; readonly rows: SettingRows },
): Plan => ({
  changes() {
    const table = sheets.table(SETTINGS);
    if (!table.ok) return table;
    return ok(
      NAMES.flatMap((name): Change[] => {
        const { write, name: title, meaning } = rows[name] as Words<Name>;
        const value = write(settings[name], types);
        const row = table.value.rows.find(({ cells }) => nameOfRow(cells.name, rows) === name);
        if (!row) return [addRow(SETTINGS, { name: title, value, meaning })];
        return textOf(row.cells.value) === value ? [] : [updateRow(SETTINGS, row, { value })];
      }),
    );
  },
});
