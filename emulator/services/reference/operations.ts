/** What the realm asks about Google's reference. */
export interface ReferenceOperations {
  /** Whether the reference has this member. */
  'reference.has'(name: string, member: string): boolean;
  /** Throws NotEmulated for a member that the reference has and the local Workspace has not. */
  'reference.refuse'(name: string, member: string): never;
  /** Throws NotEmulated for any member of a service that is not carried at all. */
  'reference.refuseService'(service: string, member: string): never;
}
