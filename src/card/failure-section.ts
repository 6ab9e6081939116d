import type { Failure } from '../kit/failure';
import { button, buttons, opens } from './action';
import { paragraph, section } from './card';
import type { Button, CardSection } from './card-json';
import { failureWords } from './failure-words';

/**
 * What failed, what it means and the cure, with a link to where it is done and one more button, which the feature may
 * add.
 */
export function failureSection(failure: Failure, next?: Button): CardSection {
  const { heading, meaning, cure, link } = failureWords(failure);
  const all = [...(link ? [button(link.text, opens(link.url))] : []), ...(next ? [next] : [])];
  return section(
    heading,
    paragraph(meaning),
    paragraph(cure),
    ...(all.length > 0 ? [buttons(...all)] : []),
  );
}
