/** The value of a text in JSON; null for null, and for a text that is not JSON. */
export function jsonOf(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
