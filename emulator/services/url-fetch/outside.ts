import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  MessageChannel,
  receiveMessageOnPort,
  Worker,
  type MessagePort,
} from 'node:worker_threads';
import type { IoAnswer, IoJob, OutsideOutcome, OutsideRequest } from './io-message';

/** How long a server is really waited for, whatever a script asks: everything else here waits meanwhile. */
export const REAL_WAIT_MS = 60_000;

interface IoThread {
  readonly port: MessagePort;
  /** Counts answers; the scripts' thread sleeps on it. */
  readonly signal: Int32Array;
}

let thread: IoThread | null = null;
let jobs = 0;

/** One thread for the whole process, started at the first request to the outside. It does not keep the process alive. */
function ioThread(): IoThread {
  if (thread) return thread;
  const path = [
    join(__dirname, 'io-worker.js'),
    join(__dirname, '../../../build/emulator/io-worker.js'),
  ].find((candidate) => existsSync(candidate));
  if (!path) throw new Error('build/emulator/io-worker.js is missing. Run: npm run build');
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(path, { workerData: { port: port2, signal }, transferList: [port2] });
  worker.unref();
  port1.unref();
  return (thread = { port: port1, signal });
}

/**
 * Sends requests to the outside world, all at once, and blocks this thread until the last answer. Returns outcomes in the
 * order of the requests.
 */
export function fetchOutside(requests: readonly OutsideRequest[]): readonly OutsideOutcome[] {
  const { port, signal } = ioThread();
  const job: IoJob = { id: ++jobs, requests };
  const deadline = performance.now() + REAL_WAIT_MS + 1_000;
  let seen = Atomics.load(signal, 0);
  port.postMessage(job);
  for (;;) {
    const left = deadline - performance.now();
    if (left <= 0) return requests.map(() => ({ kind: 'timeout' }));
    Atomics.wait(signal, 0, seen, left);
    seen = Atomics.load(signal, 0);
    for (let answer = receive(port); answer; answer = receive(port))
      if (answer.id === job.id) return answer.outcomes;
  }
}

const receive = (port: MessagePort): IoAnswer | undefined =>
  receiveMessageOnPort(port)?.message as IoAnswer | undefined;
