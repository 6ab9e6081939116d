import type { CloudProject, CloudState, ServiceAccount } from './state';

/** A service account and the project it lives in. */
export interface FoundServiceAccount {
  readonly project: CloudProject;
  readonly account: ServiceAccount;
}

/** A service account by address or numeric unique id, in whatever project; undefined when there is none (any more). */
export function findServiceAccount(
  { projects }: CloudState,
  key: string,
): FoundServiceAccount | undefined {
  const wanted = key.toLowerCase();
  for (const project of Object.values(projects)) {
    for (const account of Object.values(project.serviceAccounts)) {
      if (account.email === wanted || account.uniqueId === wanted) return { project, account };
    }
  }
  return undefined;
}
