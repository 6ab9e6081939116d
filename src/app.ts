import { builtCard } from './google/card-service';
import { notSetUpCard } from './install/cards';

/** The one composition root: what each door does. */
export const app = {
  homepage: () => builtCard(notSetUpCard()),
};
