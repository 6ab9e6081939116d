import type { Execution } from '../../runtime/execution';
import type { LogOperations } from './operations';

/** Writes lines to the execution's log. */
export const logOperations = (execution: Execution): LogOperations => ({
  'log.write'(level, message) {
    execution.requireAlive();
    execution.log(level, message);
  },
});
