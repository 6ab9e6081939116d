import type { Execution } from '../runtime/execution';
import type { Operations } from '../runtime/realm-host';
import { advancedOperations } from './advanced/host';
import { languageOperations } from './language/host';

/** The host half of every service, for one execution. */
export const operationsOf = (execution: Execution): Operations => ({
  ...languageOperations(),
  ...advancedOperations(execution),
});
