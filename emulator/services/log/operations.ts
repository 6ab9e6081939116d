/** What Logger and console ask of the host. */
export interface LogOperations {
  'log.write'(level: 'debug' | 'log' | 'info' | 'warn' | 'error', message: string): void;
}
