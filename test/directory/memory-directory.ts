import type { Directory, DirectoryUser } from '../../src/directory/ports';
import { addressesOf } from '../../src/directory/person';
import type { Failure } from '../../src/kit/failure';
import type { Page } from '../../src/kit/pages';
import { fail, ok, type Result } from '../../src/kit/result';

const PARTLY_READABLE: Failure = {
  kind: 'directory-partly-readable',
  account: 'admin@example.com',
};

/** An organization's users in memory, in pages. */
export class MemoryDirectory implements Directory {
  pageSize = 500;
  calls = 0;
  failure: Failure | null = null;
  /** Whom the reading account cannot see: an administrator's role may cover some org units only. */
  isAdminHidden = false;
  isHidden: (user: DirectoryUser) => boolean = () => false;

  constructor(public people: DirectoryUser[] = []) {}

  users(pageToken: string | undefined): Result<Page<DirectoryUser>, Failure> {
    this.calls += 1;
    if (this.failure) return fail(this.failure);
    const people = this.people.filter((user) => !this.isHidden(user));
    const from = Number(pageToken ?? 0);
    const to = from + this.pageSize;
    return ok({
      items: people.slice(from, to),
      nextPageToken: to < people.length ? String(to) : undefined,
      nextSyncToken: undefined,
    });
  }

  find(key: string): Result<DirectoryUser | null, Failure> {
    if (this.failure) return fail(this.failure);
    const found = this.people.find(
      (user) => user.id === key || addressesOf(user).includes(key.toLowerCase()),
    );
    return found && this.isHidden(found) ? fail(PARTLY_READABLE) : ok(found ?? null);
  }

  search(
    words: readonly string[],
  ): Result<{ readonly users: readonly DirectoryUser[]; readonly isCut: boolean }, Failure> {
    if (this.failure) return fail(this.failure);
    const begins = (text: string, word: string): boolean =>
      text.toLowerCase().startsWith(word.toLowerCase());
    const users = this.people.filter((user) =>
      words.every((word) =>
        [user.name?.givenName ?? '', user.name?.familyName ?? '', ...addressesOf(user)].some(
          (text) => begins(text, word),
        ),
      ),
    );
    return ok({ users: users.slice(0, 50), isCut: users.length > 50 });
  }

  /** Somebody who is never among the people administers. */
  confirmWholeView(): Result<null, Failure> {
    return this.isAdminHidden ? fail(PARTLY_READABLE) : ok(null);
  }

  change(id: string, changes: Partial<DirectoryUser>): void {
    this.people = this.people.map((user) => (user.id === id ? { ...user, ...changes } : user));
  }

  /** Deleted accounts, which can be brought back with the same id. */
  readonly deleted: DirectoryUser[] = [];

  remove(...ids: string[]): void {
    this.deleted.push(...this.people.filter(({ id }) => ids.includes(id)));
    this.people = this.people.filter(({ id }) => !ids.includes(id));
  }
}
