import { join } from 'node:path';
import { checkAnswer } from '../../emulator/card/answer-check';
import { readProject } from '../../emulator/runtime/project';
import { ADMIN, ANNA, aWorkspace } from '../support/small-company';

/** The add-on as `npm run build` left it. */
const BUILT = join(__dirname, '../../build/gas');

test('before anybody set it up, everybody sees what Tandem is and who sets it up', () => {
  const workspace = aWorkspace();
  workspace.install(readProject(BUILT), {
    name: 'Tandem',
    ownerEmail: ADMIN,
    ownerCustomerId: null,
  });
  const { rendered, execution } = workspace.run('onHomepage', { as: ANNA, surface: 'addon' });
  expect(execution.error).toBeNull();
  expect(checkAnswer(rendered?.value)).toEqual([]);
  expect(JSON.stringify(rendered?.value)).toContain('A Workspace administrator sets it up once');
  expect(execution.calls.map(({ method }) => method)).toEqual(['execution.start']);
});
