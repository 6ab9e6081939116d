import type { Execution } from '../runtime/execution';
import type { Operations } from '../runtime/realm-host';
import { advancedOperations } from './advanced/host';
import { cacheOperations } from './cache/host';
import { htmlOperations } from './html/host';
import { languageOperations } from './language/host';
import { lockOperations } from './lock/host';
import { logOperations } from './log/host';
import { mailOperations } from './mail/host';
import { propertiesOperations } from './properties/host';
import { referenceOperations } from './reference/host';
import { scriptOperations } from './script/host';
import { sessionOperations } from './session/host';
import { urlFetchOperations } from './url-fetch/host';
import { utilitiesOperations } from './utilities/host';

/** The host half of every service, for one execution. */
export const operationsOf = (execution: Execution): Operations => ({
  ...languageOperations(),
  ...advancedOperations(execution),
  ...cacheOperations(execution),
  ...htmlOperations(execution),
  ...lockOperations(execution),
  ...logOperations(execution),
  ...mailOperations(execution),
  ...propertiesOperations(execution),
  ...referenceOperations(),
  ...scriptOperations(execution),
  ...sessionOperations(execution),
  ...urlFetchOperations(execution),
  ...utilitiesOperations(execution),
});
