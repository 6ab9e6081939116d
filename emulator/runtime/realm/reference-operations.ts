/** What the realm asks about Google's reference. */
export interface ReferenceOperations {
  /** What the reference calls a member of that name; null when it has none. */
  'reference.kind'(name: string, member: string): 'method' | 'property' | null;
  /** The factories of an advanced service: `newEvent` … */
  'reference.factories'(service: string): string[];
  /** Throws NotEmulated for a member that the reference has and the local Workspace has not. */
  'reference.refuse'(name: string, member: string): never;
  /** Throws NotEmulated for any member of a service that is not carried at all. */
  'reference.refuseService'(service: string, member: string): never;
}
