import { consolePages } from '../../../emulator/pages/console-pages';
import { answerRequest } from '../../../emulator/server/answer';
import type { HttpResponse } from '../../../emulator/kit/http-message';
import { aScript } from '../../support/small-company';

const get = (url: string) => ({ method: 'GET', url, headers: {}, body: '' });

/** The sources of one directive of a response's policy. */
function sources({ headers }: HttpResponse, directive: string): readonly string[] {
  const policy = headers['content-security-policy']!.split('; ');
  const found = policy.find((one) => one.startsWith(`${directive} `));
  return found!.split(' ').slice(1);
}

const CODE = `function doGet() { return HtmlService.createHtmlOutput('<p>x</p>'); }`;

/** The page around a web app, and the frame with the web app itself. */
function webApp(allowedHosts: readonly string[]): readonly [HttpResponse, HttpResponse] {
  const webapp = { access: 'ANYONE_ANONYMOUS', executeAs: 'USER_DEPLOYING' };
  const workspace = aScript(CODE, { manifest: { webapp }, machine: { allowedHosts } });
  const { deploymentId } = workspace.installed!.record;
  const page = answerRequest(workspace, get(`http://localhost:8090/macros/s/${deploymentId}/exec`));
  const [, frame] = /<iframe[^>]* src="([^"]+)"/.exec(page.body as string)!;
  return [page, answerRequest(workspace, get(frame!.replace(/&#38;/g, '&')))];
}

const isElsewhere = (source: string): boolean =>
  /^(https?|wss?):/.test(source) && !source.startsWith('http://localhost:8090/');

test('nothing leaves this machine: neither cards nor web apps load or send anything elsewhere', () => {
  const console = consolePages()(get('/u/anna/calendar'))!;
  const [page, frame] = webApp([]);
  expect(sources(console, 'img-src')).toEqual(["'self'", 'data:']);
  expect(sources(page, 'img-src')).toEqual(['data:']);
  for (const directive of ['default-src', 'script-src', 'connect-src', 'form-action'])
    expect([directive, sources(frame, directive).filter(isElsewhere)]).toEqual([directive, []]);
});

test.each([
  ['example.com', 'https://example.com'],
  ['*.example.com', 'https://*.example.com'],
  ['localhost:3000', 'http://localhost:3000'],
  ['*', 'https:'],
])('they load from a host that is allowed: %s', (host, source) => {
  const [page, frame] = webApp([host]);
  expect(sources(consolePages([host])(get('/'))!, 'img-src')).toContain(source);
  expect(sources(page, 'img-src')).toContain(source);
  for (const directive of ['default-src', 'script-src', 'connect-src', 'form-action'])
    expect(sources(frame, directive)).toContain(source);
});

test('what is no host adds nothing to a policy', () => {
  const odd = consolePages(["x; script-src 'unsafe-eval'", "'unsafe-inline'"])(get('/'))!;
  expect(sources(odd, 'img-src')).toEqual(["'self'", 'data:']);
});
