import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  DOCUMENTS,
  type ApiName,
  type ParameterDescription,
} from '../../../emulator/discovery/discovery';
import { API_METHODS } from '../../../emulator/rest/api-methods';
import { NotEmulated } from '../../../emulator/kit/not-emulated';
import { pageOf } from '../../../emulator/services/reference/pages';
import { surfaceOf, surfaceTable } from '../../../emulator/services/reference/surface';
import { ADMIN, aWorkspace } from '../../support/small-company';
import { registeredInRealm } from './full-realm';
import { inScript } from './in-script';

const ROOT = join(__dirname, '../../..');
const README = join(ROOT, 'emulator/README.md');
const [BEGIN, END] = ['<!-- surface:begin -->', '<!-- surface:end -->'];

const APIS: Readonly<Record<string, ApiName>> = {
  AdminDirectory: 'directory',
  AdminReports: 'reports',
  Calendar: 'calendar',
  Sheets: 'sheets',
  Drive: 'drive',
};

/** The API method behind a member of an advanced service; undefined for collections, factories and other services. */
function apiMethod(name: string, member: string): string | undefined {
  const [service = '', ...path] = name.split('.');
  const api = APIS[service];
  if (!api) return undefined;
  const lower = (part: string): string => part[0]!.toLowerCase() + part.slice(1);
  const key = [...path.map(lower), member === 'remove' ? 'delete' : member].join('.');
  return DOCUMENTS[api].methods[key]?.id;
}

const registered = registeredInRealm();
const rows = surfaceOf(registered, (name, member) => {
  const id = apiMethod(name, member);
  return id === undefined || id in API_METHODS;
});
const objects = new Map(
  [...registered].map(([name, object]) => [name.replaceAll('_', ''), object]),
);

/**
 * Classes that only services which are not emulated return: a spreadsheet's menus and colors, triggers of documents.
 */
const UNREACHABLE = [
  'Base.BlobSource',
  'Base.Browser',
  'Base.Button',
  'Base.ButtonSet',
  'Base.ColorType',
  'Base.Menu',
  'Base.Month',
  'Base.PromptResponse',
  'Base.RgbColor',
  'Base.Ui',
  'Properties.ScriptProperties',
  'Properties.UserProperties',
  'Script.DocumentTriggerBuilder',
  'Script.FormTriggerBuilder',
  'Script.SpreadsheetTriggerBuilder',
  'Script.StateTokenBuilder',
];

test('the list of members is that of the types', () => {
  const text = execFileSync(
    'node',
    ['-e', "import('./build/members.mjs').then((m) => process.stdout.write(m.membersText()))"],
    { cwd: ROOT, encoding: 'utf8' },
  );
  expect(readFileSync(join(ROOT, 'emulator/services/members.json'), 'utf8')).toBe(text);
});

test('every class that a script can meet is known to the realm', () => {
  const unreachable = rows
    .filter((row) => row.unreachable && !/^CardService\./.test(row.name) && !isCollection(row.name))
    .map(({ name }) => name);
  expect(unreachable).toEqual(UNREACHABLE);
});

/** A part of an advanced service that throws as soon as it is touched. */
const isCollection = (name: string): boolean => name.split('.')[0]! in APIS;

describe('every member that is not emulated says so, with its page:', () => {
  const missing = rows.filter(({ unreachable }) => !unreachable);

  test.each(missing.map((row) => [row.name, row] as const))('%s', (name, row) => {
    for (const member of row.missing.filter((one) => apiMethod(name, one) === undefined)) {
      const touch = () => (objects.get(name) as Record<string, () => unknown>)[member]!();
      expect(touch).toThrow(
        new RegExp(`\\.${member} is not emulated .*${pageOf(name).replaceAll('.', '\\.')}`),
      );
    }
  });
});

test('a property that is not emulated says so when it is read, a method when it is called', () => {
  expect(inScript('return typeof ScriptApp.newStateToken')).toBe('function');
  expect(inScript('return CardService.Interaction')).toMatch(
    /^NotEmulated: CardService\.CardService\.Interaction/,
  );
});

describe('every API method that is not emulated says so, with its page:', () => {
  const workspace = aWorkspace();
  const missing = Object.values(APIS).flatMap((api) =>
    Object.values(DOCUMENTS[api].methods).filter(({ id }) => !(id in API_METHODS)),
  );

  test.each(missing.map((method) => [method.id, method.parameters] as const))(
    '%s',
    (id, parameters) => {
      const required = Object.entries(parameters).filter(([, description]) => description.required);
      const params = Object.fromEntries(
        required.map(([name, description]) => [name, anyValue(description)]),
      );
      expect(() => workspace.act(ADMIN, id, params, null)).toThrow(NotEmulated);
    },
  );
});

const anyValue = ({ type, enum: values, pattern }: ParameterDescription): string => {
  if (pattern?.includes('{4}')) return '2026-01-01';
  return (
    values?.[0] ??
    (type === 'integer' || type === 'number' ? '1' : type === 'boolean' ? 'true' : 'x')
  );
};

test('the README says what is emulated (UPDATE_README=1 brings it up to date)', () => {
  const table = `${BEGIN}\n\n${surfaceTable(rows)}\n\n${END}`;
  const readme = existsSync(README)
    ? readFileSync(README, 'utf8')
    : `# The local Workspace\n\n${BEGIN}${END}\n`;
  const current = readme.replace(new RegExp(`${BEGIN}[^]*${END}`), () => table);
  if (process.env['UPDATE_README']) writeFileSync(README, current);
  expect(readFileSync(README, 'utf8')).toBe(current);
});
