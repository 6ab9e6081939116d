import { NotEmulated } from '../../runtime/not-emulated';
import type { ReferenceOperations } from './operations';
import { pageOf, pageOfService, REFERENCE } from './pages';

/** Answers from the member lists of @types/google-apps-script. */
export const referenceOperations = (): ReferenceOperations => ({
  'reference.has': (name, member) => REFERENCE.get(name.replaceAll('_', ''))?.has(member) ?? false,
  'reference.refuse'(name, member) {
    throw new NotEmulated(`${name}.${member}`, pageOf(name));
  },
  'reference.refuseService'(service, member) {
    throw new NotEmulated(`${service}.${member}`, pageOfService(service));
  },
});
