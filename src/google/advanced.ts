/** Advanced services by their names in the manifest. One that is missing there is a mistake of ours. */

function there<T>(service: T | undefined, name: string): T {
  if (service === undefined) throw new Error(`${name} is not among the manifest’s services.`);
  return service;
}

const collection = <T>(found: T | undefined): T => there(found, 'The collection');

export const users = () => collection(there(AdminDirectory, 'AdminDirectory').Users);
export const logActivities = () => collection(there(AdminReports, 'AdminReports').Activities);
export const events = () => collection(there(Calendar, 'Calendar').Events);
export const driveFiles = () => collection(there(Drive, 'Drive').Files);
export const drivePermissions = () => collection(there(Drive, 'Drive').Permissions);
export const spreadsheets = () => collection(there(Sheets, 'Sheets').Spreadsheets);
export const sheetValues = () => collection(spreadsheets().Values);
