import type { openLocked } from './key-opener';

/** What the second file leaves in the page. */
interface WithOpener {
  keyOpener?: { readonly openLocked: typeof openLocked };
}

interface Runner {
  withSuccessHandler(handler: (file: unknown) => void): Runner;
  withFailureHandler(handler: (error: Error) => void): Runner;
  keyOpenerFile(): void;
}

declare const google: { readonly script: { readonly run: Runner } };

/** The file is one script element. Its tags, written out here, would end the page's own script. */
const OPENING_TAG = 8;
const CLOSING_TAG = 9;

/** The opener, asked of the server once. Null when it could not be fetched. */
export async function loadOpener(): Promise<typeof openLocked | null> {
  const here = globalThis as WithOpener;
  if (!here.keyOpener) {
    const script = document.createElement('script');
    script.textContent = (await file()).trim().slice(OPENING_TAG, -CLOSING_TAG);
    document.head.append(script);
    script.remove();
  }
  return here.keyOpener?.openLocked ?? null;
}

const file = (): Promise<string> =>
  new Promise((resolve) => {
    google.script.run
      .withSuccessHandler((text) => resolve(String(text)))
      .withFailureHandler(() => resolve(''))
      .keyOpenerFile();
  });
