import { buildAddOn } from './add-on.mjs';
import { buildConsole } from './console.mjs';
import { buildIoWorker, buildRealm } from './realm.mjs';
import { buildEmulator } from './emulator.mjs';

try {
  await Promise.all([buildAddOn(), buildRealm(), buildIoWorker(), buildEmulator(), buildConsole()]);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
