import { readFileSync } from 'node:fs';
import { chromium, type Browser as Chromium, type Frame, type Page } from 'playwright-core';
import { consolePages } from '../../emulator/pages/console-pages';
import {
  startWorkspace,
  type StartedWorkspace,
  type StartOptions,
} from '../../emulator/start-workspace';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/** What a browser needs of a Workspace: where it is, and how to end it. */
export interface RunningWorkspace {
  readonly url: string;
  stop(): Promise<void>;
}

/** A Workspace that runs, and a Chromium that looks at its console. One for each test file: see `openConsole`. */
export class Browser<T extends RunningWorkspace = StartedWorkspace> {
  /** What pages threw or wrote to their console as an error. */
  readonly errors: string[] = [];

  constructor(
    readonly started: T,
    private readonly chromium: Chromium,
  ) {}

  /** A new window in which somebody is signed in, at a page of a product: `open(ADMIN, 'admin', 'users')`. */
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

  /** Notes what goes wrong in a page, and in those that it opens. */
  private watch(page: Page): void {
    page.setDefaultTimeout(20_000);
    page.on('popup', (opened) => this.watch(opened));
    page.on('pageerror', (error) => this.errors.push(error.stack ?? error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !isRefusal(message.text(), message.location().url))
        this.errors.push(message.text());
    });
  }

  /** Ends both. @throws what went wrong in a page, if anything did. */
  async close(): Promise<void> {
    await this.chromium.close();
    await this.started.stop();
    if (this.errors.length > 0) throw new Error(`In a page: ${this.errors.join('\n')}`);
  }
}

/**
 * A request that was refused is the page's business to show, and so is a picture that cannot be had from elsewhere;
 * Chromium mentions both all the same.
 */
const isRefusal = (text: string, url: string): boolean =>
  (/^Failed to load resource: .* status of 4\d\d/.test(text) &&
    /\/(_workspace|macros)\//.test(url)) ||
  (text.startsWith('Failed to load resource') && url.startsWith('https://'));

/** Starts a Workspace on a port of its own and a Chromium. Call `close` when the tests of a file are done. */
export const openConsole = async (options: StartOptions = {}): Promise<Browser> =>
  openBrowser(await startWorkspace({ pages: consolePages, latency: 'none', ...options }));

/** A Chromium for a Workspace that runs already. `close` ends both. */
export async function openBrowser<T extends RunningWorkspace>(started: T): Promise<Browser<T>> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM']!,
    args: FLAGS,
  });
  return new Browser(started, browser);
}

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly help: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** What axe finds serious or critical on a page, or in a frame of it: one line a finding. */
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
 * @throws Error after twenty seconds.
 */
export async function until(page: Page, expression: string): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (await page.evaluate<boolean>(expression)) return;
    await page.waitForTimeout(50);
  }
  throw new Error(`Never came true: ${expression}`);
}
