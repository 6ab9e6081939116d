import { buildAddOn } from './add-on.mjs';
import { buildIoWorker, buildRealm } from './realm.mjs';
import { buildEmulator } from './emulator.mjs';

try {
  await Promise.all([buildAddOn(), buildRealm(), buildIoWorker(), buildEmulator()]);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
