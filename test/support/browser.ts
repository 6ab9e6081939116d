import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import {
  chromium,
  type Browser as Chromium,
  type Download,
  type Frame,
  type Page,
} from 'playwright-core';
import { consolePages } from '../../emulator/pages/console-pages';
import {
  startWorkspace,
  type StartedWorkspace,
  type StartOptions,
} from '../../emulator/start-workspace';

/**
 * How long a page may take to show what a test waits for. Seconds on a quiet machine; but the whole suite and its checks
 * share two cores, and a test must not judge how busy they are.
 */
const PATIENCE_MS = 60_000;

/** What a browser needs to know about a Workspace: where it is, and how to end it. */
export interface RunningWorkspace {
  readonly url: string;
  stop(): Promise<void>;
}

/** A running Workspace, and its console in Chromium. One for each test file: see `openConsole`. */
export class Browser<T extends RunningWorkspace = StartedWorkspace> {
  /** Errors that pages threw or wrote to their console. */
  readonly errors: string[] = [];

  constructor(
    readonly started: T,
    private readonly chromium: Chromium,
  ) {}

  /** Opens a window in which somebody is signed in, at a page of a product: `open(ADMIN, 'admin', 'users')`. */
  open(account: string | null, ...path: readonly string[]): Promise<Page> {
    const parts = [...(account === null ? [] : ['u', account]), ...path];
    return this.openAddress(`/${parts.map(encodeURIComponent).join('/')}`);
  }

  async openAddress(address: string, size = { width: 1280, height: 800 }): Promise<Page> {
    const page = await this.chromium.newPage({
      viewport: size,
      locale: 'en-GB',
      timezoneId: 'UTC',
    });
    this.watch(page);
    await page.goto(this.started.url + address);
    return page;
  }

  /** Closes every page: one that is left open goes on asking for changes. For `afterEach`. */
  async closePages(): Promise<void> {
    await Promise.all(this.chromium.contexts().map((context) => context.close()));
  }

  /** Records errors in a page, and in pages that it opens. */
  private watch(page: Page): void {
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('popup', (opened) => this.watch(opened));
    page.on('pageerror', (error) => this.errors.push(error.stack ?? error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !isRefusal(message.text(), message.location().url))
        this.errors.push(message.text());
    });
  }

  /** Ends both. @throws the errors in pages, if there were any. */
  async close(): Promise<void> {
    await this.chromium.close();
    await this.started.stop();
    if (this.errors.length > 0) throw new Error(`In a page: ${this.errors.join('\n')}`);
  }
}

/**
 * Not errors: a refused request, which the page itself shows, and a picture that is not or cannot be loaded from
 * elsewhere. Chromium reports all of them.
 */
const isRefusal = (text: string, url: string): boolean =>
  /^(Refused to load|Loading) the image 'https:/.test(text) ||
  (/^Failed to load resource: .* status of 4\d\d/.test(text) &&
    /\/(_workspace|macros)\//.test(url)) ||
  (text.startsWith('Failed to load resource') && url.startsWith('https://'));

/** Starts a Workspace on a free port, and shows it in Chromium. Call `close` when the tests of a file are done. */
export const openConsole = async (options: StartOptions = {}): Promise<Browser> =>
  openBrowser(
    await startWorkspace({
      pages: consolePages(options.machine?.allowedHosts),
      latency: 'none',
      ...options,
    }),
  );

/** Shows a Workspace that is already running in a browser. `close` ends both. */
export const openBrowser = async <T extends RunningWorkspace>(started: T): Promise<Browser<T>> =>
  new Browser(started, await connectToChromium());

/** The Chromium of this run of the tests (shared-chromium.cjs): each file has pages and cookies of its own in it. */
function connectToChromium(): Promise<Chromium> {
  const address = process.env['CHROMIUM_AT'];
  if (!address)
    throw new Error('The browser tests need Chromium or Chrome: see build/chromium.mjs.');
  return chromium.connect(address);
}

/** What a page gave to be saved. */
export const contentOf = async (file: Download): Promise<Buffer> =>
  buffer(await file.createReadStream());

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly help: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** The serious or critical findings of axe on a page, or in one of its frames: one line for each. */
export async function axeProblems(page: Page | Frame): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<AxeResult>('axe.run(document)');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
}

/**
 * Waits until an expression is true in a page. Playwright's own waitForFunction evaluates text inside the page, which the
 * console's security policy forbids.
 *
 * @throws Error after a minute.
 */
export async function until(page: Page, expression: string): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
    if (await page.evaluate<boolean>(expression)) return;
    await page.waitForTimeout(50);
  }
  throw new Error(`Was never true: ${expression}`);
}
