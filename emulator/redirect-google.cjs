// Redirects a Node program's requests to Google's hosts to a local Workspace instead:
//   GOOGLE_ORIGIN=http://localhost:8090 node --require ./emulator/redirect-google.cjs program.js
// or NODE_OPTIONS="--require …" for programs that start others, such as clasp.
const http = require('node:http');
const https = require('node:https');
const { syncBuiltinESMExports } = require('node:module');

/** Hosts that the local Workspace stands in for. */
const isGoogle = (host) => host === 'accounts.google.com' || /\.googleapis\.com$/.test(host);

/**
 * Redirects every request of this process to Google's hosts.
 *
 * @param {string} origin such as `http://localhost:8090`.
 * @returns {() => void} undoes the redirection.
 */
function redirectGoogle(origin) {
  const local = new URL(origin);
  const { request, get } = https;
  const { fetch } = globalThis;

  https.request = (...args) => {
    const { options, callback } = readArguments(args);
    if (!isGoogle(options.hostname)) return request(...args);
    return http.request(localOptions(options, local), callback);
  };
  https.get = (...args) => {
    const outgoing = https.request(...args);
    outgoing.end();
    return outgoing;
  };
  globalThis.fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (!isGoogle(url.hostname)) return fetch(input, init);
    const outgoing = new Request(input, init);
    const headers = new Headers(outgoing.headers);
    headers.set('x-google-host', url.hostname);
    return fetch(
      new Request(local.origin + url.pathname + url.search, new Request(outgoing, { headers })),
    );
  };
  syncBuiltinESMExports();
  return () => {
    Object.assign(https, { request, get });
    globalThis.fetch = fetch;
    syncBuiltinESMExports();
  };
}

/** `request(url, options, callback)`; either of the first two may be left out. */
function readArguments(args) {
  const callback = args.find((argument) => typeof argument === 'function');
  const [first, second] = args;
  const isUrl = typeof first === 'string' || first instanceof URL;
  const url = isUrl ? new URL(first) : undefined;
  const given = (isUrl ? second : first) ?? {};
  const options = {
    ...(url && { hostname: url.hostname, path: url.pathname + url.search }),
    ...(typeof given === 'object' ? given : {}),
  };
  options.hostname ??= String(options.host ?? '').replace(/:\d+$/, '');
  return { options, callback };
}

function localOptions(options, local) {
  const headers = Object.fromEntries(
    Object.entries(options.headers ?? {}).filter(([name]) => name.toLowerCase() !== 'host'),
  );
  return {
    method: options.method,
    path: options.path,
    timeout: options.timeout,
    signal: options.signal,
    hostname: '127.0.0.1',
    port: local.port,
    headers: { ...headers, host: local.host, 'x-google-host': options.hostname },
  };
}

if (process.env.GOOGLE_ORIGIN) redirectGoogle(process.env.GOOGLE_ORIGIN);

module.exports = { redirectGoogle };
