/**
 * A value as text where a service takes a String: texts stay, numbers and flags as JavaScript writes them, an array as
 * Java writes the identity of one, other objects by their own `toString`.
 */
export function javaText(value: unknown): string {
  if (Array.isArray(value)) return '[Ljava.lang.Object;@1b28cdfa';
  return String(value);
}
