import { NotEmulated } from '../../kit/not-emulated';
import { invalid } from '../google-error';
import type { Account } from './account';
import { FOLDER } from './mime-types';
import type { DriveFile } from '../state/drive';

type Order = (left: DriveFile, right: DriveFile) => number;

const PAGE = 'https://developers.google.com/workspace/drive/api/reference/rest/v3/files/list';

/**
 * The order that `orderBy` asks for; without it the most recently changed first (Drive leaves the order open).
 *
 * @throws GoogleError 400 for a key that Drive does not sort by.
 */
export function orderOf(orderBy: string | undefined, me: Account): Order {
  const keys = (orderBy ?? '').split(',').filter((key) => key.trim() !== '');
  if (keys.length === 0) return (left, right) => right.changeId - left.changeId;
  const orders = keys.map((key) => orderByKey(key.trim(), me));
  return (left, right) => {
    for (const order of orders) {
      const outcome = order(left, right);
      if (outcome !== 0) return outcome;
    }
    return 0;
  };
}

function orderByKey(key: string, me: Account): Order {
  const match = /^(\w+)(\s+desc)?$/.exec(key);
  const name = match?.[1] ?? '';
  if (name === 'quotaBytesUsed') throw new NotEmulated(`drive.files.list orderBy=${name}`, PAGE);
  const value = Object.hasOwn(VALUES, name) ? VALUES[name] : undefined;
  if (!value) throw invalid('Invalid Value', 'orderBy');
  const direction = match?.[2] ? -1 : 1;
  return (left, right) => direction * compare(value(left, me), value(right, me));
}

const VALUES: Readonly<Record<string, (file: DriveFile, me: Account) => string | number>> = {
  createdTime: (file) => file.createdTime,
  folder: ({ mimeType }) => (mimeType === FOLDER ? 0 : 1),
  modifiedByMeTime: (file, me) => file.perAccount[me.id]?.modifiedTime ?? 0,
  modifiedTime: (file) => file.modifiedTime,
  name: ({ name }) => name.toLowerCase(),
  name_natural: ({ name }) =>
    name.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(12, '0')),
  recency: (file, me) => Math.max(file.modifiedTime, file.perAccount[me.id]?.viewedTime ?? 0),
  sharedWithMeTime: (file, me) => file.perAccount[me.id]?.sharedTime ?? 0,
  starred: (file, me) => (file.perAccount[me.id]?.starred ? 0 : 1),
  viewedByMeTime: (file, me) => file.perAccount[me.id]?.viewedTime ?? 0,
};

const compare = (left: string | number, right: string | number): number =>
  left < right ? -1 : left > right ? 1 : 0;
