/** Advanced services by their names in the manifest. A missing one is a bug of ours. */

function requireService<T>(service: T | undefined, name: string): T {
  if (service === undefined) throw new Error(`${name} is not among the manifest’s services.`);
  return service;
}

const collection = <T>(found: T | undefined): T => requireService(found, 'The collection');

export const users = () => collection(requireService(AdminDirectory, 'AdminDirectory').Users);
export const logActivities = () =>
  collection(requireService(AdminReports, 'AdminReports').Activities);
export const events = () => collection(requireService(Calendar, 'Calendar').Events);
export const driveFiles = () => collection(requireService(Drive, 'Drive').Files);
export const drivePermissions = () => collection(requireService(Drive, 'Drive').Permissions);
export const spreadsheets = () => collection(requireService(Sheets, 'Sheets').Spreadsheets);
export const sheetValues = () => collection(spreadsheets().Values);
