// The page around a web app's frame: passes google.script calls on to the Workspace.
import type { CallAnswer, FromFrame, PageLocation, ToFrame } from './messages';

const frame = document.querySelector('iframe')!;
/** The deployment and the visitor: the Workspace wrote them into this page. */
const calls = JSON.parse(document.body.dataset['calls']!) as object;

const tell = (message: ToFrame): void => frame.contentWindow!.postMessage(message, '*');

async function run(name: string, parameters: readonly unknown[]): Promise<CallAnswer> {
  try {
    const response = await fetch('/_workspace/web-app-call', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...calls, function: name, parameters }),
    });
    const answer = (await response.json()) as CallAnswer & { error?: { message: string } };
    return answer.error
      ? { kind: 'failure', name: 'Error', message: answer.error.message }
      : answer;
  } catch {
    return {
      kind: 'failure',
      name: 'NetworkError',
      message: 'NetworkError: Connection failure due to HTTP 0',
    };
  }
}

function locationNow(): PageLocation {
  const query = new URLSearchParams(location.search);
  query.delete('authuser');
  const names = [...new Set(query.keys())];
  return {
    hash: location.hash.slice(1),
    parameter: Object.fromEntries(names.map((name) => [name, query.get(name)!])),
    parameters: Object.fromEntries(names.map((name) => [name, query.getAll(name)])),
  };
}

function move({ how, state, parameters, hash }: Extract<FromFrame, { kind: 'history' }>): void {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters))
    for (const one of [value].flat()) query.append(name, String(one));
  const account = new URLSearchParams(location.search).get('authuser');
  if (account !== null) query.set('authuser', account);
  const address = `${location.pathname}${query.size > 0 ? `?${query}` : ''}${hash && `#${hash}`}`;
  if (how === 'push') history.pushState(state, '', address);
  else history.replaceState(state, '', address);
}

addEventListener('message', ({ source, data }: MessageEvent<FromFrame>) => {
  if (source !== frame.contentWindow) return;
  switch (data.kind) {
    case 'run':
      void run(data.name, data.parameters).then((answer) =>
        tell({ kind: 'ran', id: data.id, answer }),
      );
      return;
    case 'history':
      return move(data);
    case 'location':
      return tell({ kind: 'location', id: data.id, location: locationNow() });
    case 'close':
      return window.close();
  }
});

addEventListener('popstate', ({ state }: PopStateEvent) =>
  tell({ kind: 'went', state: state as unknown, location: locationNow() }),
);
