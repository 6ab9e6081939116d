import type { Directory, DirectoryUser } from '../../src/directory/ports';
import type { Failure } from '../../src/kit/failure';
import type { Page } from '../../src/kit/pages';
import { fail, ok, type Result } from '../../src/kit/result';

/** An organization's users in memory, in pages. */
export class MemoryDirectory implements Directory {
  pageSize = 500;
  calls = 0;
  failure: Failure | null = null;

  constructor(public people: DirectoryUser[] = []) {}

  users(pageToken: string | undefined): Result<Page<DirectoryUser>, Failure> {
    this.calls += 1;
    if (this.failure) return fail(this.failure);
    const from = Number(pageToken ?? 0);
    const to = from + this.pageSize;
    return ok({
      items: this.people.slice(from, to),
      nextPageToken: to < this.people.length ? String(to) : undefined,
      nextSyncToken: undefined,
    });
  }

  find(address: string): Result<DirectoryUser | null, Failure> {
    this.calls += 1;
    if (this.failure) return fail(this.failure);
    const isAt = ({ primaryEmail }: DirectoryUser): boolean =>
      primaryEmail.toLowerCase() === address.toLowerCase();
    return ok(this.people.find(isAt) ?? null);
  }

  change(id: string, changes: Partial<DirectoryUser>): void {
    this.people = this.people.map((user) => (user.id === id ? { ...user, ...changes } : user));
  }

  remove(...ids: string[]): void {
    this.people = this.people.filter(({ id }) => !ids.includes(id));
  }
}
