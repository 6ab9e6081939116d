import { anEntry, World } from './world';

/** A world with one pair. */
export const joined = (policy = {}): { world: World; event: string; activity: string } => {
  const world = new World(policy);
  const activity = world.addActivity(anEntry());
  world.run();
  return { world, activity, event: world.google.live()[0]!.id };
};

export const edited = (world: World, id: string, changes: object): void =>
  void world.google.put({ ...world.google.events.get(id)!, ...changes });
