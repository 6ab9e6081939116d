import type { RequestHandler } from '../draft';
import { BLOCK_REQUESTS } from './block-requests';
import { CELL_REQUESTS } from './cell-requests';
import { DIMENSION_REQUESTS } from './dimension-requests';
import { FIND_REQUESTS } from './find-requests';
import { KEPT_OBJECT_REQUESTS } from './kept-object-requests';
import { SHEET_REQUESTS } from './sheet-requests';
import { SORT_REQUESTS } from './sort-requests';

/** Every batchUpdate request that is emulated, by name. All others throw NotEmulated. */
export const REQUESTS: Readonly<Record<string, RequestHandler>> = {
  ...SHEET_REQUESTS,
  ...DIMENSION_REQUESTS,
  ...CELL_REQUESTS,
  ...BLOCK_REQUESTS,
  ...SORT_REQUESTS,
  ...FIND_REQUESTS,
  ...KEPT_OBJECT_REQUESTS,
};
