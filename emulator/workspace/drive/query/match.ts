import { NotEmulated } from '../../../kit/not-emulated';
import type { Caller } from '../../caller';
import type { Workspace } from '../../workspace';
import { permissionsOf } from '../access';
import { callingAccount, findAccount, type Account } from '../account';
import { isTrashed, ownerIdOf, rootOf } from '../files';
import type { DriveFile, Role } from '../../state/drive';
import type { Condition } from './parse';

const PAGE = 'https://developers.google.com/workspace/drive/api/guides/ref-search-terms';

/** Returns whether one file meets the condition, as the caller sees it. */
export type Matcher = (file: DriveFile) => boolean;

export function matcherOf(workspace: Workspace, caller: Caller, condition: Condition): Matcher {
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const left = matcherOf(workspace, caller, condition.left);
      const right = matcherOf(workspace, caller, condition.right);
      return condition.kind === 'and'
        ? (file) => left(file) && right(file)
        : (file) => left(file) || right(file);
    }
    case 'not': {
      const inner = matcherOf(workspace, caller, condition.inner);
      return (file) => !inner(file);
    }
    case 'in':
      return inCollection(workspace, callingAccount(caller), condition);
    case 'has': {
      const { collection, key, value } = condition;
      return collection === 'properties'
        ? (file) => file.properties[key] === value
        : (file) => file.appProperties[caller.clientId]?.[key] === value;
    }
    case 'compare':
      return comparison(workspace, callingAccount(caller), condition);
  }
}

type Comparison = Extract<Condition, { kind: 'compare' }>;

function comparison(
  workspace: Workspace,
  me: Account,
  { term, operator, value }: Comparison,
): Matcher {
  if (term.endsWith('Time')) {
    const time = timeOf(term as keyof typeof TIMES, me);
    const limit = Date.parse(value as string);
    return (file) => isOrdered(time(file), operator, limit);
  }
  const holds = FLAGS[term as keyof typeof FLAGS];
  if (holds) {
    const wanted = operator === '=' ? value : !value;
    return (file) => holds(workspace, file, me) === wanted;
  }
  if (term === 'fullText' || term === 'visibility')
    throw new NotEmulated(`drive.files.list q: ${term}`, PAGE);
  return textComparison(term as 'name' | 'mimeType', operator, value as string);
}

function textComparison(term: 'name' | 'mimeType', operator: string, value: string): Matcher {
  if (operator === '=') return (file) => file[term] === value;
  if (operator === '!=') return (file) => file[term] !== value;
  if (term === 'mimeType') return (file) => file.mimeType.startsWith(value);
  const wanted = words(value);
  return (file) => {
    const present = words(file.name);
    return wanted.every((word) => present.some((candidate) => candidate.startsWith(word)));
  };
}

/** `name contains` compares the beginnings of words, ignoring letter case. */
const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const TIMES = {
  modifiedTime: (file: DriveFile) => file.modifiedTime,
  createdTime: (file: DriveFile) => file.createdTime,
  viewedByMeTime: (file: DriveFile, me: Account) => file.perAccount[me.id]?.viewedTime,
  sharedWithMeTime: (file: DriveFile, me: Account) => file.perAccount[me.id]?.sharedTime,
};

const timeOf =
  (term: keyof typeof TIMES, me: Account) =>
  (file: DriveFile): number | undefined =>
    TIMES[term](file, me);

function isOrdered(time: number | undefined, operator: string, limit: number): boolean {
  if (time === undefined) return false;
  if (operator === '=') return time === limit;
  if (operator === '!=') return time !== limit;
  if (operator === '<') return time < limit;
  if (operator === '<=') return time <= limit;
  return operator === '>' ? time > limit : time >= limit;
}

const FLAGS = {
  trashed: isTrashed,
  starred: (_: Workspace, file: DriveFile, me: Account) => file.perAccount[me.id]?.starred === true,
  sharedWithMe: (_: Workspace, file: DriveFile, me: Account) =>
    ownerIdOf(file) !== me.id && file.perAccount[me.id]?.sharedTime !== undefined,
} as const;

const ROLES: Readonly<Record<string, readonly Role[]>> = {
  owners: ['owner'],
  writers: ['writer', 'owner'],
  readers: ['reader', 'commenter', 'writer', 'owner'],
};

function inCollection(
  workspace: Workspace,
  me: Account,
  { value, collection }: { readonly value: string; readonly collection: string },
): Matcher {
  if (collection === 'parents') {
    const folder = value === 'root' ? rootOf(workspace, me) : value;
    return (file) => file.parentId === folder;
  }
  const address = value === 'me' ? me.email : value.toLowerCase();
  const account = findAccount(workspace, address);
  const roles = ROLES[collection]!;
  return (file) =>
    permissionsOf(workspace, file).some(
      ({ permission: { role, accountId, emailAddress } }) =>
        roles.includes(role) &&
        (emailAddress === address || (account !== undefined && accountId === account.id)),
    );
}
