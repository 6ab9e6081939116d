import type { Execution } from '../../runtime/execution';
import type { HtmlOperations } from './operations';

/** Files are part of the project: reading one takes no time. */
export const htmlOperations = ({ start }: Execution): HtmlOperations => ({
  'html.file': (wanted) =>
    start.project.files.find(({ type, name }) => type === 'HTML' && name === wanted)?.source ??
    null,
});
