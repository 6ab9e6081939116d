// Writes emulator/services/members.json: every member of the services we carry, from @types/google-apps-script.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const types = join(root, 'node_modules/@types/google-apps-script');

/** Where the list is kept. */
export const MEMBERS_FILE = join(root, 'emulator/services/members.json');

const SERVICES = [
  'base',
  'cache',
  'card-service',
  'content',
  'html',
  'lock',
  'mail',
  'properties',
  'script',
  'url-fetch',
  'utilities',
];
const ADVANCED = {
  directory_v1: 'AdminDirectory',
  reports_v1: 'AdminReports',
  calendar_v3: 'Calendar',
  sheets_v4: 'Sheets',
  drive_v3: 'Drive',
};

/** Types of arguments or of the language itself, which a script cannot call. */
const NOT_SURFACE = /Parameters$|Options$|^URLFetchRequest$|^HttpHeaders$|^Date$|^DateConstructor$/;

/** The text that members.json should have. */
export function membersText() {
  const members = {};
  for (const service of SERVICES) {
    addNamespaces(members, parse(`google-apps-script.${service}.d.ts`));
  }
  for (const [file, name] of Object.entries(ADVANCED))
    addAdvanced(members, name, parse(`apis/${file}.d.ts`));
  return `${JSON.stringify(members, null, 1)}\n`;
}

const parse = (file) =>
  ts.createSourceFile(file, readFileSync(join(types, file), 'utf8'), ts.ScriptTarget.Latest, true);

/** `namespace GoogleAppsScript { namespace X { interface Y {…} enum Z {…} } }`, and interfaces beside it. */
function addNamespaces(members, source) {
  for (const statement of source.statements) {
    if (ts.isInterfaceDeclaration(statement))
      members[`Global.${statement.name.text}`] = namesOf(statement);
    if (!ts.isModuleDeclaration(statement)) continue;
    for (const inner of statement.body.statements) {
      if (!ts.isModuleDeclaration(inner)) continue;
      addTypes(members, inner.name.text.replaceAll('_', ''), inner.body.statements);
    }
  }
}

function addTypes(members, namespace, statements) {
  const found = new Map();
  for (const statement of statements) {
    if (!ts.isInterfaceDeclaration(statement) && !ts.isEnumDeclaration(statement)) continue;
    if (!NOT_SURFACE.test(statement.name.text)) found.set(statement.name.text, statement);
  }
  for (const [name, statement] of found)
    members[`${namespace}.${name}`] = withInherited(statement, found);
}

function withInherited(statement, found) {
  const parents = (statement.heritageClauses ?? []).flatMap(({ types: list }) =>
    list.map(({ expression }) => found.get(expression.getText().split('.').at(-1))),
  );
  return unique([
    ...parents.filter(Boolean).flatMap((parent) => withInherited(parent, found)),
    ...namesOf(statement),
  ]);
}

/** Methods by name; properties, including the values of enumerations, with a dot in front. */
const namesOf = (statement) =>
  unique(
    statement.members
      .filter(({ name }) => name !== undefined)
      .map((member) => (ts.isMethodSignature(member) ? '' : '.') + member.name.getText()),
  );

const unique = (names) => [...new Set(names)].sort();

/** An advanced service as a tree of collections: `Users`, `Users.Photos`. Schemas are plain data and left out. */
function addAdvanced(members, service, source) {
  const interfaces = new Map();
  const collect = (path, statements) => {
    for (const statement of statements) {
      if (ts.isModuleDeclaration(statement))
        collect([...path, statement.name.text], statement.body.statements);
      if (ts.isInterfaceDeclaration(statement))
        interfaces.set([...path, statement.name.text].join('.'), statement);
    }
  };
  collect([], source.statements);
  const visit = (path, statement) => {
    members[path.join('.')] = namesOf(statement);
    for (const member of statement.members) {
      if (!ts.isPropertySignature(member)) continue;
      const type = member.type.getText().replace(/\s*\|\s*undefined/, '');
      visit([...path, member.name.getText()], interfaces.get(`GoogleAppsScript.${type}`));
    }
  };
  visit([service], interfaces.get(`GoogleAppsScript.${service}`));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(MEMBERS_FILE, membersText());
