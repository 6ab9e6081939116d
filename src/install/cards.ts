import { card, paragraph, section } from '../card/card';
import type { Card } from '../card/card-json';

/** What everybody sees until an administrator has set Tandem up. */
export const notSetUpCard = (): Card =>
  card(
    'Tandem',
    section(
      'Not set up yet',
      paragraph('Tandem keeps your work system and your Google Workspace in step.'),
      paragraph('A Workspace administrator sets it up once for your organisation.'),
    ),
  );
