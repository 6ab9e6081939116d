import { seedEvents } from '../../../emulator/workspace/calendar/seed-events';
import { ANNA } from '../../support/small-company';
import { processorMs } from '../../support/processor-time';
import { hands, hour, readAll } from './hands';

test('ten thousand events on a calendar cost an insertion, a page or an increment no more than a few do', () => {
  const anna = hands(ANNA);
  const bodies = (from: number) =>
    Array.from({ length: 2000 }, (_, index) => ({
      ...hour(1 + ((from + index) % 28)),
      summary: `Event ${from + index}`,
    }));
  const few = processorMs(() => seedEvents(anna.workspace, ANNA, bodies(0) as never));
  for (const from of [2000, 4000, 6000]) seedEvents(anna.workspace, ANNA, bodies(from) as never);
  const many = processorMs(() => seedEvents(anna.workspace, ANNA, bodies(8000) as never));
  const insert =
    processorMs(() => {
      for (let index = 0; index < 200; index++) anna.insert(hour());
    }) / 200;
  let all: ReturnType<typeof readAll> | undefined;
  const list = processorMs(() => (all = readAll(anna)));
  const window = processorMs(() =>
    anna.list({
      timeMin: '2026-03-03T00:00:00Z',
      timeMax: '2026-03-04T00:00:00Z',
      maxResults: 2500,
    }),
  );
  const ordered = processorMs(() => readAll(anna, { singleEvents: true, orderBy: 'startTime' }));
  const { id } = anna.insert(hour());
  const increments =
    processorMs(() => {
      let { nextSyncToken } = all!;
      for (let index = 0; index < 200; index++) {
        anna.patch(id, { summary: `${index}` });
        const answer = anna.list({ syncToken: nextSyncToken });
        expect(answer.items.length).toBe(1);
        nextSyncToken = answer.nextSyncToken;
      }
    }) / 200;
  if (process.env.MEASURE)
    console.log({
      seedFirst2000: few,
      seedLast2000: many,
      insert,
      list,
      pages: all!.pages.length,
      window,
      ordered,
      increments,
    });
  expect(all!.items).toHaveLength(10_200);
  expect(many).toBeLessThan(few * 5 + 200);
  expect(list).toBeLessThan(10_000);
  expect(increments).toBeLessThan(20);
});
