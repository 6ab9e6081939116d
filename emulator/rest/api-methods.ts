import type { ApiMethods } from '../workspace/api-method';
import { calendarMethods } from '../workspace/calendar/methods';
import { directoryMethods } from '../workspace/directory/methods';
import { driveMethods } from '../workspace/drive/methods';
import { marketplaceMethods } from '../workspace/marketplace/methods';
import { oauthMethods } from '../workspace/oauth/methods';
import { reportsMethods } from '../workspace/reports/methods';
import { scriptMethods } from '../workspace/scripts/methods';
import { sheetsMethods } from '../workspace/sheets/methods';

/** Every API method that the local Workspace answers, by Discovery id. */
export const API_METHODS: ApiMethods = {
  ...directoryMethods,
  ...reportsMethods,
  ...calendarMethods,
  ...sheetsMethods,
  ...driveMethods,
  ...marketplaceMethods,
  ...oauthMethods,
  ...scriptMethods,
};
