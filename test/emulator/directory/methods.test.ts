import { DOCUMENTS } from '../../../emulator/discovery/discovery';
import { directoryMethods } from '../../../emulator/workspace/directory/methods';
import { tokenMethods } from '../../../emulator/workspace/oauth/directory-tokens';

test('every method of the Directory API that is carried is answered', () => {
  const carried = Object.values(DOCUMENTS.directory.methods).map(({ id }) => id);
  // A person's tokens are kept where they are issued.
  const answered = { ...directoryMethods, ...tokenMethods };
  expect(Object.keys(answered).sort()).toEqual(carried.sort());
});
