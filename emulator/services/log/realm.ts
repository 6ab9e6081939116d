import { now, operations } from '../../runtime/realm/bridge';
import { defineLazily } from '../../runtime/realm/define';
import { emulated } from '../../runtime/realm/emulated';
import type { LogOperations } from './operations';
import { consoleText } from './realm-console-text';
import { javaDate, loggerText } from './realm-logger-text';

const call = operations<LogOperations>();

export function installLog(): void {
  defineLazily('Logger', logger);
  defineLazily('console', consoleService);
}

/** @see https://developers.google.com/apps-script/reference/base/logger */
function logger(): object {
  let lines: string[] = [];
  const Logger = {
    log(...args: unknown[]): object {
      const [format, ...values] = args;
      const message =
        typeof format === 'string' && values.length > 0
          ? filled(format, values.map(loggerText))
          : loggerText(format);
      lines.push(`${javaDate(new Date(now()))} INFO: ${message}\n`);
      call('log.write', 'info', message);
      return Logger;
    },
    clear(): void {
      lines = [];
    },
    getLog: (): string => lines.join(''),
  };
  return emulated('Base.Logger', Logger);
}

/** Replaces each `%s` (or number placeholder) with the next value; placeholders without one stay. */
const filled = (format: string, values: readonly string[]): string => {
  let next = 0;
  return format.replace(/%[sdif]/g, (whole) => values[next++] ?? whole);
};

/** @see https://developers.google.com/apps-script/reference/base/console */
function consoleService(): object {
  const timers = new Map<string, number>();
  const write =
    (level: Parameters<LogOperations['log.write']>[0]) =>
    (...args: unknown[]): void =>
      call('log.write', level, consoleText(args));
  return emulated('Global.Console', {
    log: write('log'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    time(label: string): void {
      timers.set(label, now());
    },
    timeEnd(label: string): void {
      const started = timers.get(label);
      if (started === undefined) return;
      timers.delete(label);
      call('log.write', 'debug', `${label}: ${now() - started}ms`);
    },
  });
}
