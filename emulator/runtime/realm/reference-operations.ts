/** What the realm looks up in Google's reference. */
export interface ReferenceOperations {
  /** The kind of the member with this name in the reference; null when it has none. */
  'reference.kind'(name: string, member: string): 'method' | 'property' | null;
  /** The factories of an advanced service: `newEvent` … */
  'reference.factories'(service: string): string[];
  /** Throws NotEmulated for a member that the reference has and the local Workspace lacks. */
  'reference.refuse'(name: string, member: string): never;
  /** Throws NotEmulated for any member of a service that is not emulated at all. */
  'reference.refuseService'(service: string, member: string): never;
}
