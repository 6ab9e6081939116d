import { anEntry, World } from './world';

/** How much was written at once each time. */
const sizes = (spied: { readonly mock: { readonly calls: readonly unknown[][] } }): number[] =>
  spied.mock.calls.map(([writes]) => (writes as readonly unknown[]).length);

test('a thousand new activities are few requests to the work system, a hundred new events two batches', () => {
  const world = new World();
  for (let i = 0; i < 1_000; i += 1) world.addEvent(anEntry({ title: `Event ${i}` }));
  for (let i = 0; i < 100; i += 1) world.addActivity(anEntry({ title: `Activity ${i}` }));
  const inWork = jest.spyOn(world.work, 'write');
  const inGoogle = jest.spyOn(world.google, 'write');
  world.run();
  expect(sizes(inGoogle)).toEqual([50, 50]);
  expect(sizes(inWork).length).toBeLessThanOrEqual(3);
  expect(sizes(inWork).reduce((sum, size) => sum + size, 0)).toBe(1_000);
});
