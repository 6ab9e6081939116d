import { NotEmulated } from '../../kit/not-emulated';
import type { ReferenceOperations } from '../../runtime/realm/reference-operations';
import { pageOf, pageOfService, REFERENCE, type MemberKind } from './pages';

/** Answers from the member lists of @types/google-apps-script. */
export const referenceOperations = (): ReferenceOperations => ({
  'reference.kind': (name, member) => membersOf(name)?.get(member) ?? null,
  'reference.factories': (service) =>
    [...(membersOf(service)?.keys() ?? [])].filter((member) => /^new[A-Z]/.test(member)),
  'reference.refuse'(name, member) {
    throw new NotEmulated(`${name}.${member}`, pageOf(name));
  },
  'reference.refuseService'(service, member) {
    throw new NotEmulated(`${service}.${member}`, pageOfService(service));
  },
});

const membersOf = (name: string): ReadonlyMap<string, MemberKind> | undefined =>
  REFERENCE.get(name.replaceAll('_', ''));
