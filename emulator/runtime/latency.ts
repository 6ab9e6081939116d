import type { Random } from '../kit/random';

/** How long calls take: median and 95th percentile in milliseconds. */
export interface LatencyRange {
  readonly medianMs: number;
  readonly p95Ms: number;
}

/**
 * Reported latencies of calls made from Apps Script; the first match wins (`*` matches anything). For their sources, see
 * docs/latency.md.
 */
export const LATENCIES: readonly (readonly [pattern: string, range: LatencyRange])[] = [
  ['execution.start', { medianMs: 500, p95Ms: 900 }],
  // Before `*.get`: neither is a request to an API.
  ['cache.get*', { medianMs: 15, p95Ms: 56 }],
  ['cache.*', { medianMs: 75, p95Ms: 93 }],
  ['directory.members.list', { medianMs: 190, p95Ms: 500 }],
  ['*.list', { medianMs: 250, p95Ms: 700 }],
  ['*.get', { medianMs: 165, p95Ms: 300 }],
  ['calendar.events.*', { medianMs: 350, p95Ms: 800 }],
  ['sheets.*', { medianMs: 250, p95Ms: 700 }],
  ['token', { medianMs: 160, p95Ms: 300 }],
  ['properties.get*', { medianMs: 30, p95Ms: 84 }],
  ['properties.*', { medianMs: 62, p95Ms: 231 }],
  ['urlfetch.fetch', { medianMs: 160, p95Ms: 300 }],
  ['urlfetch.further', { medianMs: 25, p95Ms: 60 }],
  ['html.*', { medianMs: 20, p95Ms: 60 }],
  ['lock.*', { medianMs: 20, p95Ms: 60 }],
  ['script.createTrigger', { medianMs: 300, p95Ms: 900 }],
  ['script.deleteTrigger', { medianMs: 200, p95Ms: 600 }],
  ['script.getProjectTriggers', { medianMs: 150, p95Ms: 400 }],
  ['script.*', { medianMs: 20, p95Ms: 60 }],
  ['mail.sendEmail', { medianMs: 400, p95Ms: 900 }],
  ['session.*', { medianMs: 5, p95Ms: 20 }],
  ['utilities.*', { medianMs: 0, p95Ms: 0 }],
  ['*', { medianMs: 100, p95Ms: 300 }],
];

/** Returns how long one call takes, in milliseconds. */
export type Latency = (method: string) => number;

export const noLatency: Latency = () => 0;

/** Draws from a log-normal distribution through the two reported points, so that both middle and tail are as reported. */
export function reportedLatency(random: Random): Latency {
  const known = new Map<string, LatencyRange>();
  return (method) => {
    let range = known.get(method);
    if (!range) known.set(method, (range = rangeOf(method)));
    if (range.medianMs === 0) return 0;
    const sigma = Math.log(range.p95Ms / range.medianMs) / 1.645;
    return Math.round(range.medianMs * Math.exp(sigma * normal(random)));
  };
}

const rangeOf = (method: string): LatencyRange =>
  LATENCIES.find(([pattern]) => matchesPattern(pattern, method))![1];

/** `*` in a pattern matches any characters. */
export function matchesPattern(pattern: string, text: string): boolean {
  if (!pattern.includes('*')) return pattern === text;
  const source = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*');
  return new RegExp(`^${source}$`).test(text);
}

/** A standard normal number, cut off at three deviations. */
function normal(random: Random): number {
  const u = Math.max(random.next(), 1e-12);
  const z = Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * random.next());
  return Math.max(-3, Math.min(3, z));
}
