/** Where an execution was started: this decides its limits, the active user and whether it can ask for consent. */
export type Surface = 'editor' | 'addon' | 'webapp' | 'trigger';
