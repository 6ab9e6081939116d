import { join } from 'node:path';
import { startWorkspace, type StartOptions } from '../../../emulator/start-workspace';
import { APP_NAME, CALENDAR, DIRECTORY, offeredApp } from '../../support/offered-app';
import { smallCompany } from '../../support/small-company';

const app = offeredApp();
afterAll(() => app.remove());

async function listingOf(scriptOwner?: StartOptions['scriptOwner']) {
  const started = await startWorkspace({
    seed: smallCompany(),
    script: app.folder,
    ...(scriptOwner && { scriptOwner }),
  });
  try {
    started.reset();
    return Object.values(started.workspace.state.marketplace.listings);
  } finally {
    await started.stop();
  }
}

test("a vendor's script is in the Marketplace for everybody, as a third party's app, also after a reset", async () => {
  expect(await listingOf('vendor')).toEqual([
    expect.objectContaining({
      name: APP_NAME,
      scopes: [CALENDAR, DIRECTORY],
      visibility: 'public',
      ownerCustomerId: null,
    }),
  ]);
});

test("a script of one's own is a private app of the first organization", async () => {
  expect(await listingOf()).toEqual([
    expect.objectContaining({ visibility: 'private', ownerCustomerId: 'C01acme00' }),
  ]);
});

describe('the setup address of a listing', () => {
  test('is where the script’s web app answers', async () => {
    const script = join(__dirname, '../../fixtures/web-app');
    const { workspace, stop } = await startWorkspace({ seed: smallCompany(), script });
    await stop();
    const [listing] = Object.values(workspace.state.marketplace.listings);
    expect(listing!.setupUrl).toBe(
      `https://script.google.com/macros/s/${workspace.installed!.record.deploymentId}/exec`,
    );
  });

  test('does not exist for a script that is not a web app', async () => {
    expect((await listingOf())[0]!.setupUrl).toBeNull();
  });
});
