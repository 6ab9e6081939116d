import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWorkspace } from '../../../emulator/start-workspace';

test('a publisher’s part is done before anybody installs: a key and the project’s number in the script’s properties', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'published-'));
  writeFileSync(join(folder, 'appsscript.json'), '{"timeZone":"Etc/UTC","runtimeVersion":"V8"}');
  writeFileSync(join(folder, 'Code.js'), 'function none() {}');
  const started = await startWorkspace({
    script: folder,
    scriptOwner: 'vendor',
    publisher: { serviceAccountKey: 'a.key', projectNumber: 'a.number' },
  });
  try {
    const { state, installed } = started.workspace;
    const { scriptProperties, projectNumber } = installed!.record;
    expect(scriptProperties['a.number']).toBe(projectNumber);
    const key = JSON.parse(scriptProperties['a.key']!) as Record<string, string>;
    const project = state.cloud.projects[projectNumber]!;
    expect(Object.keys(project.serviceAccounts)).toEqual([key['client_id']]);
    expect(project.serviceAccounts[key['client_id']!]!.keys.map(({ keyId }) => keyId)).toEqual([
      key['private_key_id'],
    ]);
    expect(project.enabledApis).toContain('appsmarket-component.googleapis.com');
  } finally {
    await started.stop();
    rmSync(folder, { recursive: true });
  }
});
