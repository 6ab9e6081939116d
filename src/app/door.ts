/**
 * The last catch, at the doors. A refusal by Google that Tandem knows, such as a missing permission, gets its own words and
 * cure. Everything else is a bug: developers find it in the log, and the person who pressed the button is told in plain words.
 */
import { button, buttons, pushes, runs, type Answer, type Inputs } from '../card/action';
import { card, paragraph, section } from '../card/card';
import type { Card } from '../card/card-json';
import { call } from '../google/call';
import type { Failure } from '../kit/failure';
import { fail, type Result } from '../kit/result';
import { failureCard } from './action-door';
import { execution, type Execution, type Surface } from './execution';
import { redacted, redactedForLog } from './redacted';

type Opened<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'refused'; readonly failure: Failure }
  | { readonly kind: 'broken'; readonly message: string };

/** A card, whatever happens. */
export function cardDoor(work: (execution: Execution) => Card): Card {
  const opened = open('card', work);
  return opened.kind === 'done' ? opened.value : sorryCard(opened, null);
}

/** An answer to a pressed button, whatever happens. The card beneath stays. */
export function actionDoor(
  pressed: { readonly action: string; readonly inputs: Inputs },
  work: (execution: Execution) => Answer,
): Answer {
  const opened = open('press', work);
  return opened.kind === 'done' ? opened.value : pushes(sorryCard(opened, pressed));
}

/**
 * @param refused the answer when Google refuses.
 * @throws Error in plain words when it is a bug: the page has a place for it, and keeps what was typed.
 */
export function pageDoor<T>(work: (execution: Execution) => T, refused: (refusal: Card) => T): T {
  const opened = open('script', work);
  if (opened.kind === 'broken') throw new Error(opened.message);
  return opened.kind === 'done' ? opened.value : refused(failureCard(opened.failure));
}

/**
 * @param surface `run` for the recurring runner.
 * @throws Error whatever went wrong, so that Google counts the run as failed. The next run does what was not done.
 */
export function triggerDoor(surface: 'script' | 'run', work: (execution: Execution) => void): void {
  const opened = open(surface, work);
  if (opened.kind === 'broken') throw new Error(opened.message);
  if (opened.kind === 'refused') throw new Error(`Google refused this run: ${opened.failure.kind}`);
}

function open<T>(surface: Surface, work: (execution: Execution) => T): Opened<T> {
  try {
    const done = call(() => worked(surface, work));
    const value = done.ok ? done.value : done;
    return value.ok
      ? { kind: 'done', value: value.value }
      : { kind: 'refused', failure: value.failure };
  } catch (error) {
    const { message, stack } = error as { readonly message?: unknown; readonly stack?: unknown };
    console.error(redactedForLog(String(stack ?? message ?? error)));
    return { kind: 'broken', message: redacted(String(message ?? error)) };
  }
}

function worked<T>(surface: Surface, work: (execution: Execution) => T): Result<T, Failure> {
  const at = execution(surface);
  return at.ok ? { ok: true, value: work(at.value) } : fail(at.failure);
}

function sorryCard(
  opened: Exclude<Opened<unknown>, { readonly kind: 'done' }>,
  pressed: { readonly action: string; readonly inputs: Inputs } | null,
): Card {
  if (opened.kind === 'refused') return failureCard(opened.failure);
  return card(
    'Tandem',
    section(
      'Something went wrong in Tandem',
      paragraph('Tandem could not finish this. Try it again.'),
      paragraph(
        `If it happens once more, send this to whoever looks after Tandem: ${opened.message}`,
      ),
      ...(pressed === null
        ? []
        : [buttons(button('Try again', runs(pressed.action, firstOf(pressed.inputs))))]),
    ),
  );
}

/** A button carries one text for each name, so several chosen values cannot be carried; people choose them again on the card beneath. */
const firstOf = (inputs: Inputs): Record<string, string> =>
  Object.fromEntries(
    Object.entries(inputs).flatMap(([name, [value]]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
