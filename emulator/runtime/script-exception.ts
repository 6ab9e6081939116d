/** What an Apps Script service throws for a wrong argument, a limit or a missing permission: `Exception: …` in the script. */
export class ScriptException extends Error {
  override readonly name: string;

  /**
   * @param name the error's name as the script sees it.
   * @param details what GoogleJsonResponseException carries in `details`.
   */
  constructor(
    message: string,
    name = 'Exception',
    readonly details?: object,
  ) {
    super(message);
    this.name = name;
  }
}

/** The execution is over, at its time limit or by a planned kill. Nothing after it has any effect. */
export class ExecutionKilled extends Error {
  override readonly name = 'ExecutionKilled';
}
