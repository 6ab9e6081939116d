import { DOCUMENTS } from '../../../emulator/discovery/discovery';
import { directoryMethods } from '../../../emulator/workspace/directory/methods';

test('every method of the Directory API that is carried is answered', () => {
  const carried = Object.values(DOCUMENTS.directory.methods).map(({ id }) => id);
  expect(Object.keys(directoryMethods).sort()).toEqual(carried.sort());
});
