/** The checks by name, in the order in which an administrator meets them. */
export const CHECKS = [
  'workspace-account',
  'administrator',
  'marketplace',
  'third-party-access',
  'services',
  'scopes',
  'key',
  'delegation',
  'clock',
  'fetch',
  'directory',
  'log',
  'sync-account',
  'deputy',
  'workbook',
] as const;

export type CheckName = (typeof CHECKS)[number];

/** What is true when the check is good. */
export function labelOf(name: CheckName): string {
  const labels: Readonly<Record<CheckName, string>> = {
    'workspace-account': 'The account is a Google Workspace account',
    administrator: 'You are an administrator',
    marketplace: 'Installed from the Marketplace for the organization',
    'third-party-access': 'Apps like Tandem may reach your data',
    services: 'The APIs that Tandem uses are enabled',
    scopes: 'All that Tandem asks for is allowed',
    key: 'The service account and its key are accepted',
    delegation: 'Domain-wide delegation reaches people',
    clock: 'Google’s clocks agree',
    fetch: 'Tandem may connect to Google’s servers',
    directory: 'The directory can be read',
    log: 'The OAuth log can be read',
    'sync-account': 'The sync account is an active administrator',
    deputy: 'A deputy is ready',
    workbook: 'The workbook can be opened',
  };
  return labels[name];
}
