import type { MessageName } from './descriptors';
import { partsOf } from './parts';
import type { CardProblem } from './problem';

const INPUTS = ['TextInput', 'SelectionInput', 'DateTimePicker'];

/** Inputs that share their name with another input of the same card. Switches may share one: their values come together. */
export function fieldNameProblems(value: unknown, name: MessageName = 'Card'): CardProblem[] {
  const parts = partsOf(value, name);
  const cards = parts.filter((part) => part.name === 'Card').map(({ path }) => path);
  const seen = new Set<string>();
  return parts.flatMap((part) => {
    const fieldName = part.value['name'];
    if (!INPUTS.includes(part.name) || typeof fieldName !== 'string') return [];
    const key = JSON.stringify([
      cards.filter((path) => part.path.startsWith(path)).at(-1),
      fieldName,
    ]);
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [
      {
        path: part.path,
        sentence: `Another input of this card is also named "${fieldName}".`,
        refused: false,
      },
    ];
  });
}
