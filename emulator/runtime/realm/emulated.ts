/** Filled by `emulated`: what the realm has, by the reference's names. The surface test reads it. */
export const EMULATED = new Map<string, object>();

/**
 * Registers a class or object under the name that @types/google-apps-script gives it, such as `CardService.TextButton`.
 * Its members that the reference has and it has not will throw NotEmulated.
 */
export function emulated<T extends object>(name: string, target: T): T {
  EMULATED.set(name, target);
  return target;
}
