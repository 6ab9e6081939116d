// `google.script` for a web app's page. Runs before anything else on the page, in a frame without an origin.
import { localAddress } from '../shell/local-address';
import type { FromFrame, PageLocation, ToFrame } from './messages';
import { scriptRun } from './script-run';

const {
  functions = '[]',
  origin = '',
  account = '',
} = (document.currentScript as HTMLScriptElement).dataset;

const send = (message: FromFrame): void => window.parent.postMessage(message, origin);

const { runner, onAnswered } = scriptRun(JSON.parse(functions) as string[], send);

interface HistoryEvent {
  readonly state: unknown;
  readonly location: PageLocation;
}

let wentHandler: ((event: HistoryEvent) => void) | null = null;
const asked = new Map<number, (location: PageLocation) => void>();
let questions = 0;

const move =
  (how: 'push' | 'replace') =>
  (
    state: unknown,
    parameters: Readonly<Record<string, string | readonly string[]>> = {},
    hash = '',
  ): void =>
    send({ kind: 'history', how, state, parameters, hash });

const onlyInDialogs = (member: string) => (): never => {
  throw new Error(
    `google.script.host.${member} is for dialogs and sidebars, which the local Workspace does not emulate. See https://developers.google.com/apps-script/guides/html/reference/host`,
  );
};

/** @see https://developers.google.com/apps-script/guides/html/reference/history */
const script = {
  run: runner,
  host: {
    origin,
    close: () => send({ kind: 'close' }),
    setHeight: onlyInDialogs('setHeight'),
    setWidth: onlyInDialogs('setWidth'),
    editor: { focus: onlyInDialogs('editor.focus') },
  },
  history: {
    push: move('push'),
    replace: move('replace'),
    setChangeHandler(handler: (event: HistoryEvent) => void): void {
      wentHandler = handler;
    },
  },
  url: {
    getLocation(tell: (location: PageLocation) => void): void {
      asked.set(++questions, tell);
      send({ kind: 'location', id: questions });
    },
  },
};

Object.defineProperty(window, 'google', { value: { script }, configurable: true, writable: true });

addEventListener('message', ({ source, data }: MessageEvent<ToFrame>) => {
  if (source !== window.parent) return;
  switch (data.kind) {
    case 'ran':
      return onAnswered(data.id, data.answer);
    case 'location':
      asked.get(data.id)?.(data.location);
      asked.delete(data.id);
      return;
    case 'went':
      wentHandler?.({ state: data.state, location: data.location });
  }
});

/** Links and forms to a web app's Google address lead to the app in this Workspace. */
addEventListener(
  'click',
  ({ target }) => {
    const link = target instanceof Element && target.closest<HTMLAnchorElement>('a[href]');
    if (link) link.href = localAddress(link.href, origin, account || null);
  },
  true,
);
addEventListener(
  'submit',
  ({ target }) => {
    const form = target as HTMLFormElement;
    form.action = localAddress(form.action, origin, account || null);
  },
  true,
);
