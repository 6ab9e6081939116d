/** What Logger and console need from the host. */
export interface LogOperations {
  'log.write'(level: 'debug' | 'log' | 'info' | 'warn' | 'error', message: string): void;
}
