import { parse } from 'acorn';
import { apiMethodDescriptions, type ApiName } from '../discovery/discovery';
import type { Manifest } from './manifest';
import { walk } from './syntax';

const SCOPE = 'https://www.googleapis.com/auth/';

/** The broadest scope of each API: what Apps Script asks for when code merely names the advanced service. */
const ADVANCED_SCOPES: Readonly<Record<string, readonly string[]>> = {
  calendar: [`${SCOPE}calendar`],
  drive: [`${SCOPE}drive`],
  sheets: [`${SCOPE}spreadsheets`],
  reports: [`${SCOPE}admin.reports.audit.readonly`, `${SCOPE}admin.reports.usage.readonly`],
};

/** Scopes implied by names in the code: `Object` or `Object.member`. */
const NAME_SCOPES: Readonly<Record<string, string>> = {
  UrlFetchApp: `${SCOPE}script.external_request`,
  MailApp: `${SCOPE}script.send_mail`,
  'ScriptApp.newTrigger': `${SCOPE}script.scriptapp`,
  'ScriptApp.deleteTrigger': `${SCOPE}script.scriptapp`,
  'ScriptApp.getProjectTriggers': `${SCOPE}script.scriptapp`,
  'ScriptApp.getUserTriggers': `${SCOPE}script.scriptapp`,
  'Session.getActiveUser': `${SCOPE}userinfo.email`,
  'Session.getEffectiveUser': `${SCOPE}userinfo.email`,
  CalendarApp: `${SCOPE}calendar`,
  DriveApp: `${SCOPE}drive`,
  GmailApp: 'https://mail.google.com/',
  SpreadsheetApp: `${SCOPE}spreadsheets`,
};

interface NamedNode {
  readonly type: string;
  readonly name?: string;
  readonly object?: NamedNode;
  readonly property?: NamedNode;
}

/**
 * The scopes Apps Script would ask for where a manifest lists none: it looks at which services the code names.
 *
 * @param sources the text of the code files.
 * @see https://developers.google.com/apps-script/concepts/scopes
 */
export function detectedScopes(sources: readonly string[], manifest: Manifest): readonly string[] {
  const names = new Set<string>();
  for (const source of sources) {
    walk(parse(source, { ecmaVersion: 'latest', sourceType: 'script' }), (node) => {
      const { type, name, object, property } = node as unknown as NamedNode;
      if (type === 'Identifier' && name) names.add(name);
      if (type === 'MemberExpression' && object?.name && property?.name)
        names.add(`${object.name}.${property.name}`);
    });
  }
  const scopes = Object.entries(NAME_SCOPES).flatMap(([name, scope]) =>
    names.has(name) ? [scope] : [],
  );
  for (const { userSymbol, serviceId } of manifest.dependencies?.enabledAdvancedServices ?? []) {
    if (names.has(userSymbol)) scopes.push(...advancedScopes(serviceId, userSymbol));
  }
  return [...new Set(scopes)].sort();
}

function advancedScopes(serviceId: string, userSymbol: string): readonly string[] {
  if (serviceId !== 'admin') return ADVANCED_SCOPES[serviceId] ?? [];
  return /report/i.test(userSymbol) ? ADVANCED_SCOPES['reports']! : everyScopeOf('directory');
}

const everyScopeOf = (api: ApiName): string[] => [
  ...new Set(
    [...apiMethodDescriptions()]
      .filter((method) => method.api === api)
      .flatMap(({ scopes }) => scopes),
  ),
];
