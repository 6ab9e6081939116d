import fc from 'fast-check';
import { string } from 'valibot';
import { DECISION, type Waiting } from '../../../src/runs/decision';
import { decisionBook, decisionForms } from '../../../src/runs/decision-book';
import { MemoryStore } from '../../kit/memory-store';
import { runsOf } from '../runs-of';

const SUBJECTS = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
const HOUR_MS = 3_600_000;
const FORMS = decisionForms('law', 1, string());

/** Something that happens to a decision. A run takes away what is planned, if it may; a kill comes after some of it. */
type Happening =
  | { readonly kind: 'plan'; readonly subjects: readonly string[] }
  | { readonly kind: 'look' }
  | { readonly kind: 'press'; readonly card: number }
  | { readonly kind: 'run'; readonly killedAfter: number | null }
  | { readonly kind: 'hours'; readonly hours: number };

const happenings = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('plan' as const), subjects: fc.subarray([...SUBJECTS]) }),
    fc.record({ kind: fc.constant('look' as const) }),
    fc.record({ kind: fc.constant('press' as const), card: fc.nat(3) }),
    fc.record({
      kind: fc.constant('run' as const),
      killedAfter: fc.option(fc.nat(6)),
    }),
    fc.record({ kind: fc.constant('hours' as const), hours: fc.nat(30) }),
  ),
  { maxLength: 30 },
);

/** An organization in which every deletion is held, and what its people saw and pressed. */
class Organization {
  readonly store = new MemoryStore({ valueBytes: 9 * 1024, storeBytes: 500_000 });
  readonly book = decisionBook(this.store, FORMS);
  nowMs = Date.parse('2026-11-02T08:00:00Z');
  planned: readonly string[] = [];
  /** The newest last. */
  readonly cards: { readonly waiting: Waiting<string>; readonly shows: readonly string[] }[] = [];
  readonly pressed: { readonly atMs: number; readonly shows: readonly string[] }[] = [];
  readonly done: { readonly subject: string; readonly atMs: number }[] = [];

  happen(happening: Happening): void {
    switch (happening.kind) {
      case 'plan':
        this.planned = happening.subjects;
        return;
      case 'look':
        return this.look();
      case 'press':
        return this.press(happening.card);
      case 'run':
        return this.run(happening.killedAfter);
      case 'hours':
        this.nowMs += happening.hours * HOUR_MS;
    }
  }

  look(): void {
    const { planned } = this;
    const held = {
      numbers: { deletions: planned.length },
      subjects: planned,
      mayGo: true,
      what: '',
    };
    this.book.hold(held, this.nowMs);
    const standing = this.book.standing(this.nowMs);
    if (standing.kind !== 'nothing') this.cards.push({ waiting: standing.waiting, shows: planned });
  }

  /** @param back how many cards ago. */
  press(back: number): void {
    // Looks can fall into one millisecond; nobody reads a card and presses its button in less.
    this.nowMs += 1;
    const card = this.cards[this.cards.length - 1 - back];
    if (!card) return;
    const answered = this.book.answer(card.waiting, { nowMs: this.nowMs, by: 'u1' });
    if (answered.ok && answered.value.kind === 'go')
      this.pressed.push({ atMs: this.nowMs, shows: card.shows });
  }

  run(killedAfter: number | null): void {
    if (this.book.allowance(this.nowMs).uncovered('deletions', this.planned).length > 0)
      return this.look();
    for (const [index, subject] of this.planned.entries()) {
      if (index === killedAfter) return;
      this.done.push({ subject, atMs: this.nowMs });
      this.planned = this.planned.filter((one) => one !== subject);
    }
    if (killedAfter === null) this.book.settle();
  }
}

const lived = (all: readonly Happening[], check: (organization: Organization) => void): void => {
  const organization = new Organization();
  for (const happening of all) organization.happen(happening);
  check(organization);
};

test('nothing is done that was not on a card to which somebody said go within the last day [Att10]', () => {
  fc.assert(
    fc.property(happenings, (all) => {
      lived(all, ({ done, pressed }) => {
        for (const { subject, atMs } of done)
          expect(
            pressed.some(
              (press) =>
                press.shows.includes(subject) &&
                press.atMs <= atMs &&
                atMs < press.atMs + DECISION.LASTS_MS,
            ),
          ).toBe(true);
      });
    }),
    runsOf(1000),
  );
});

test('one go lets each subject through once: what comes back after the run that used it is asked about again', () => {
  fc.assert(
    fc.property(fc.subarray([...SUBJECTS], { minLength: 1 }), (subjects) => {
      const organization = new Organization();
      organization.planned = subjects;
      organization.run(null);
      organization.press(0);
      organization.run(null);
      expect(organization.done.map(({ subject }) => subject)).toEqual(subjects);
      organization.planned = subjects;
      organization.press(0);
      organization.run(null);
      expect(organization.done).toHaveLength(subjects.length);
      expect(organization.book.standing(organization.nowMs).kind).toBe('waits');
    }),
  );
});

test('a run that is killed anywhere goes on with what was shown, does nothing twice, and nothing else [Inv6]', () => {
  fc.assert(
    fc.property(
      fc.subarray([...SUBJECTS], { minLength: 1 }),
      fc.array(fc.nat(6), { maxLength: 4 }),
      (subjects, kills) => {
        const organization = new Organization();
        organization.planned = subjects;
        organization.run(null);
        organization.press(0);
        for (const killedAfter of kills) organization.run(killedAfter);
        organization.run(null);
        expect(organization.done.map(({ subject }) => subject).sort()).toEqual(
          [...subjects].sort(),
        );
        organization.planned = ['a stranger'];
        organization.run(null);
        expect(organization.done).toHaveLength(subjects.length);
      },
    ),
  );
});
