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

test('every kind of failure can be met: what nothing makes is not on the list', () => {
  expect(MET_KINDS).toEqual(FAILURE_KINDS);
});
