import { FAILURE_KINDS } from '../../src/kit/failure-traits';
import { blockOf, replaceBlock, textOf } from './documents';
import { BLOCKS, MET_KINDS } from './generated-blocks';

const isUpdating = process.env['UPDATE_DOCS'] === '1';

test.each(BLOCKS)(
  '$document says of $name what the product says: UPDATE_DOCS=1 writes it anew [TB7, TA8]',
  ({ document, name, text }) => {
    if (isUpdating) replaceBlock(document, name, text());
    expect(blockOf(textOf(document), name)).toBe(text());
  },
);

test('most kinds of failures can be met in this release', () => {
  expect(MET_KINDS.length).toBeGreaterThan(FAILURE_KINDS.length / 2);
  expect(MET_KINDS).toContain('api-access-blocked');
  expect(MET_KINDS).not.toContain('mail-off');
});
