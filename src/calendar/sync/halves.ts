import type { Side } from '../entry/entry';
import type { Pending } from '../ports';
import type { Operation } from './operations';

/** The ids of both halves that an operation is about. */
export function halvesOf(operation: Operation): Pick<Pending, Side> {
  switch (operation.kind) {
    case 'link':
    case 'update':
      return { google: operation.next.google.id, work: operation.next.work.id };
    case 'create': {
      const { on, source, replaces } = operation;
      return on === 'work'
        ? { google: source.id, work: replaces?.work.id ?? null }
        : { google: replaces?.google.id ?? null, work: source.id };
    }
    default:
      return { google: operation.link.google.id, work: operation.link.work.id };
  }
}
