/** A script project that cannot run, in a sentence that names the place. */
export class ProjectError extends Error {
  override readonly name = 'ProjectError';
}
