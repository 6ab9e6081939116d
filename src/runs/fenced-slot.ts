import type { Result } from '../kit/result';
import type { Failure } from '../kit/failure';
import type { Slot } from '../kit/slot';
import type { Lease } from './lease';

/** A slot that only whoever holds the lease can change. Writing fails with `busy` once another has taken over. */
export const fencedSlot = <T>(place: Slot<T>, lease: Lease): Slot<T> => ({
  key: place.key,
  read: () => place.read(),
  write(value): Result<null, Failure> {
    const written = lease.guarded(() => place.write(value));
    return written.ok ? written.value : written;
  },
  clear() {
    // Whoever took over writes values of their own here.
    void lease.guarded(() => place.clear());
  },
});
