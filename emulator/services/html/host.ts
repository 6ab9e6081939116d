import type { Execution } from '../../runtime/execution';
import type { HtmlOperations } from './operations';

/** Files are part of the project, and a script asks the service for each. */
export const htmlOperations = (execution: Execution): HtmlOperations => ({
  'html.file': (wanted) =>
    execution.service(
      'html.file',
      () =>
        execution.start.project.files.find(({ type, name }) => type === 'HTML' && name === wanted)
          ?.source ?? null,
    ),
});
