/** Where an execution was started: it decides limits, the active user and whether consent can be asked. */
export type Surface = 'editor' | 'addon' | 'webapp' | 'trigger';
