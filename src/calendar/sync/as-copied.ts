/** A copy as it is made, by the organization's choices (TF18, TF26). */
import type { Present } from '../entry/change';
import type { Entry, Side } from '../entry/entry';
import { withoutUnsent } from '../entry/field-ways';
import type { Policy } from '../entry/policy';
import type { Operation } from './operations';

type Create = Extract<Operation, { readonly kind: 'create' }>;

/**
 * @param before what the side had before the copy was lost, or has in the series of a single date: that is the person's own choice by
 *   now. Null for nothing.
 */
export function asCopied(
  source: Present,
  on: Side,
  { fieldWays, shown }: Pick<Policy, 'fieldWays' | 'shown'>,
  before: Entry | null,
): Pick<Create, 'source' | 'visibility'> {
  const entry = withoutUnsent(source.entry, on, fieldWays, before);
  const look = on === 'google' ? shown : undefined;
  const busy = look?.busy === undefined ? entry.busy : (before?.busy ?? look.busy);
  const { visibility } = look ?? {};
  return {
    source: { ...source, entry: busy === entry.busy ? entry : { ...entry, busy } },
    ...(visibility && !entry.private && { visibility }),
  };
}
