import type { Widget } from './card-json';
import { COPY_PREFIX } from './door-names';

/** Longer texts are shown on several lines. */
const ONE_LINE = 60;

/**
 * A text to be copied and pasted elsewhere, such as a client ID or a list of scopes.
 *
 * @param name the text's name, unique on its card.
 */
export const copyable = (name: string, label: string, text: string): Widget => ({
  textInput: {
    name: COPY_PREFIX + name,
    label,
    value: text,
    type: text.length > ONE_LINE || text.includes('\n') ? 'MULTIPLE_LINE' : 'SINGLE_LINE',
  },
});
