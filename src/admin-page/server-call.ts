import type { Page } from '../card/page';
import { failureOf, type CallFailure } from './call-failure';
import type { PageCall } from './page-call';

/** The outcome of a call, whose promise never rejects. */
export type CallOutcome =
  | { readonly kind: 'page'; readonly page: Page }
  | { readonly kind: 'failure'; readonly failure: CallFailure };

/** @see https://developers.google.com/apps-script/guides/html/reference/run */
interface Runner {
  withSuccessHandler(handler: (answer: unknown) => void): Runner;
  withFailureHandler(handler: (error: Error) => void): Runner;
  adminPage(action: string, inputs: PageCall['inputs']): void;
}

declare const google: { readonly script: { readonly run: Runner } };

/** Calls the page's door. */
export const callServer = ({ action, inputs }: PageCall): Promise<CallOutcome> =>
  new Promise((resolve) => {
    const fails = (error: Error): void => resolve({ kind: 'failure', failure: failureOf(error) });
    try {
      google.script.run
        .withSuccessHandler((answer) => resolve(outcomeOf(answer)))
        .withFailureHandler(fails)
        .adminPage(action, inputs);
    } catch (error) {
      fails(error as Error);
    }
  });

/** An answer is a page as JSON text, or the page itself. */
export function outcomeOf(answer: unknown): CallOutcome {
  try {
    const page: unknown = typeof answer === 'string' ? JSON.parse(answer) : answer;
    if (isPage(page)) return { kind: 'page', page };
  } catch {
    // Reported below, with what came instead.
  }
  const message = `Tandem responded: ${String(JSON.stringify(answer)).slice(0, 200)}`;
  return { kind: 'failure', failure: { kind: 'not-a-page', message } };
}

const isPage = (value: unknown): value is Page =>
  typeof value === 'object' &&
  value !== null &&
  Array.isArray((value as Partial<Page>).places) &&
  'cards' in value;
