import type { Json, JsonObject } from '../../api-method';
import { assignFields } from '../../drive/field-mask';
import type { Draft, RequestHandler } from '../draft';
import { refusal } from '../../spreadsheet/errors';
import { fromGridRange, requireSheet } from '../../spreadsheet/ranges';
import { withoutZeroSheet } from '../spreadsheet-resource';
import type { GridRange, SheetRecord } from '../../state/sheets';
import { maskOf } from './mask';

/** Requests about what a spreadsheet stores besides cells: filters, protected and named ranges, rules, tables, metadata. */
export const KEPT_OBJECT_REQUESTS: Readonly<Record<string, RequestHandler>> = {
  setBasicFilter(request, draft) {
    const filter = structuredClone((request['filter'] ?? {}) as JsonObject);
    sheetOf(filter['range'], draft).basicFilter = filter;
  },

  clearBasicFilter(request, { spreadsheet }) {
    requireSheet(spreadsheet, request['sheetId']).basicFilter = null;
  },

  addProtectedRange(request, draft) {
    const given = cleaned((request['protectedRange'] ?? {}) as JsonObject);
    const sheet = sheetOf(given['range'], draft);
    const id = given['protectedRangeId'] ?? newId(draft, sheet.protectedRanges, 'protectedRangeId');
    const kept = { editors: {}, ...given, protectedRangeId: id, requestingUserCanEdit: true };
    sheet.protectedRanges.push(kept);
    return { protectedRange: withoutZeroSheet(kept) };
  },

  updateProtectedRange(request, draft) {
    const given = (request['protectedRange'] ?? {}) as JsonObject;
    const { sheet, at } = findIn(
      draft,
      'protectedRanges',
      'protectedRangeId',
      given['protectedRangeId'],
    );
    const mask = maskOf(request);
    sheet.protectedRanges[at] = assignFields(
      sheet.protectedRanges[at]!,
      cleaned(given),
      mask,
    ) as JsonObject;
  },

  deleteProtectedRange(request, draft) {
    const { sheet, at } = findIn(
      draft,
      'protectedRanges',
      'protectedRangeId',
      request['protectedRangeId'],
    );
    sheet.protectedRanges.splice(at, 1);
  },

  addNamedRange(request, draft) {
    const given = structuredClone((request['namedRange'] ?? {}) as JsonObject);
    const range = given['range'] as JsonObject | undefined;
    const sheet = sheetOf(range, draft);
    requireName(draft, given['name']);
    const namedRangeId =
      given['namedRangeId'] ?? String(1 + draft.workspace.random.int(2_147_483_646));
    const kept = {
      namedRangeId,
      name: given['name']!,
      range: { ...range, sheetId: sheet.sheetId },
    };
    draft.spreadsheet.namedRanges.push(kept);
    return { namedRange: withoutZeroSheet(kept) };
  },

  updateNamedRange(request, draft) {
    const given = (request['namedRange'] ?? {}) as JsonObject;
    const { namedRanges } = draft.spreadsheet;
    const at = indexOfNamed(draft, given['namedRangeId']);
    const after = assignFields(
      namedRanges[at]!,
      structuredClone(given),
      maskOf(request),
    ) as JsonObject;
    if (after['name'] !== namedRanges[at]!['name']) requireName(draft, after['name']);
    const sheet = sheetOf(after['range'], draft);
    namedRanges[at] = {
      ...after,
      range: { ...(after['range'] as JsonObject), sheetId: sheet.sheetId },
    };
  },

  deleteNamedRange(request, draft) {
    draft.spreadsheet.namedRanges.splice(indexOfNamed(draft, request['namedRangeId']), 1);
  },

  addConditionalFormatRule(request, draft) {
    const rule = structuredClone((request['rule'] ?? {}) as JsonObject);
    const [first] = (rule['ranges'] ?? []) as Json[];
    const { conditionalFormats } = sheetOf(first, draft);
    conditionalFormats.splice(Number(request['index'] ?? 0), 0, rule);
  },

  deleteConditionalFormatRule(request, { spreadsheet }) {
    const { conditionalFormats } = requireSheet(spreadsheet, request['sheetId']);
    const index = Number(request['index'] ?? 0);
    const [rule] = conditionalFormats.splice(index, 1);
    if (!rule)
      throw refusal(
        `No conditional format on sheet: ${String(request['sheetId'] ?? 0)} at index: ${index}`,
      );
    return { rule: structuredClone(rule) };
  },

  addTable(request, draft) {
    const given = cleaned((request['table'] ?? {}) as JsonObject);
    const sheet = sheetOf(given['range'], draft);
    const tableId = given['tableId'] ?? String(1 + draft.workspace.random.int(2_147_483_646));
    const name = given['name'] ?? `Table${sheet.tables.length + 1}`;
    const kept = { ...given, tableId, name };
    sheet.tables.push(kept);
    return { table: withoutZeroSheet(kept) };
  },

  updateTable(request, draft) {
    const given = (request['table'] ?? {}) as JsonObject;
    const { sheet, at } = findIn(draft, 'tables', 'tableId', given['tableId']);
    sheet.tables[at] = assignFields(
      sheet.tables[at]!,
      cleaned(given),
      maskOf(request),
    ) as JsonObject;
  },

  deleteTable(request, draft) {
    const { sheet, at } = findIn(draft, 'tables', 'tableId', request['tableId']);
    sheet.tables.splice(at, 1);
  },

  createDeveloperMetadata(request, draft) {
    const given = cleaned((request['developerMetadata'] ?? {}) as JsonObject);
    if (!given['metadataKey']) throw refusal('developerMetadata.metadataKey must be set.');
    if (!given['visibility']) throw refusal('developerMetadata.visibility must be set.');
    const metadataId =
      given['metadataId'] ?? newId(draft, draft.spreadsheet.developerMetadata, 'metadataId');
    const kept = { ...given, metadataId };
    draft.spreadsheet.developerMetadata.push(kept);
    return { developerMetadata: structuredClone(kept) };
  },
};

const sheetOf = (range: Json | undefined, { spreadsheet }: Draft): SheetRecord =>
  fromGridRange(spreadsheet, (range ?? {}) as unknown as GridRange).sheet;

/** Removes null and false fields: Google returns neither. */
function cleaned(object: JsonObject): JsonObject {
  const kept: JsonObject = {};
  for (const [name, value] of Object.entries(object)) {
    if (value !== null && value !== false) kept[name] = structuredClone(value);
  }
  return kept;
}

function newId({ workspace }: Draft, among: readonly JsonObject[], key: string): number {
  for (;;) {
    const id = 1 + workspace.random.int(2_147_483_646);
    if (!among.some((one) => one[key] === id)) return id;
  }
}

function findIn(
  { spreadsheet }: Draft,
  list: 'protectedRanges' | 'tables',
  key: string,
  id: Json | undefined,
): { readonly sheet: SheetRecord; readonly at: number } {
  for (const sheet of spreadsheet.sheets) {
    const at = sheet[list].findIndex((one) => one[key] === id);
    if (at >= 0) return { sheet, at };
  }
  throw refusal(`No ${list === 'tables' ? 'table' : 'protected range'} with ID: ${String(id)}`);
}

function indexOfNamed({ spreadsheet }: Draft, id: Json | undefined): number {
  const at = spreadsheet.namedRanges.findIndex(({ namedRangeId }) => namedRangeId === id);
  if (at < 0) throw refusal(`No named range with ID: ${String(id)}`);
  return at;
}

function requireName({ spreadsheet }: Draft, name: Json | undefined): void {
  if (typeof name !== 'string' || !/^[\p{L}_][\p{L}\p{N}_.]{0,249}$/u.test(name))
    throw refusal(`The name "${String(name)}" is not a valid named range name.`);
  if (
    spreadsheet.namedRanges.some((one) => String(one['name']).toLowerCase() === name.toLowerCase())
  )
    throw refusal(`A named range named "${name}" already exists.`);
}
