/** Names that cards and the page in the browser agree on. */

/** The parameter that names an action. */
export const ACTION_PARAMETER = 'do';

/** Shows a place: `inputs.place` is the action of one of `places`. Without it, shows what this person sees first. */
export const OPEN_PAGE = 'page.open';

/** The input that names the place. */
export const PLACE_INPUT = 'place';

/**
 * The names of text inputs with a text to copy begin with this. The Admin page gives them a Copy button, makes them
 * read-only and does not send them; a side panel, which has no such widget, shows a text input to copy from by hand.
 */
export const COPY_PREFIX = 'copy.';
