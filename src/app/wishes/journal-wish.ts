/** Who asked the sync account for what, in the workbook's Journal. */
import { clock } from '../../google/clock';
import type { Tenant } from '../../install/tenant';
import { deadlineAfter } from '../../kit/deadline';
import { journal } from '../../runs/journal';
import type { Execution } from '../execution';
import { newRound } from '../round';
import type { AdminWish } from './admin-wish';

export function journalWish(
  execution: Execution & { readonly tenant: Tenant },
  { action, by, role, at }: AdminWish,
  outcome: string,
): void {
  const { book, id } = newRound(execution, execution.tenant, deadlineAfter(10_000, clock));
  const entries = journal(book.records.journal, id, clock);
  const asked = { action, askedBy: by.email, userId: by.userId, role, askedAt: at, outcome };
  // A wish that was carried out stays so where the workbook cannot be reached to say it.
  void entries.note({ side: 'work', operation: 'update', id: action, before: null, after: asked });
  void entries.flush();
}
