import { createHash } from 'node:crypto';
import { eventIdOf } from '../../src/calendar/sync/event-id';

const sha256 = (text: string): number[] => [...createHash('sha256').update(text).digest()];
const signed = (text: string): number[] =>
  sha256(text).map((byte) => (byte > 127 ? byte - 256 : byte));

test('an id is base32hex as Google takes it, the same for the same activity and generation', () => {
  const id = eventIdOf('w1', 1, { tenant: 'acme', sha256 });
  expect(id).toMatch(/^[a-v0-9]{52}$/);
  expect(eventIdOf('w1', 1, { tenant: 'acme', sha256: signed })).toBe(id);
  const bits = [...id].map((digit) => parseInt(digit, 32).toString(2).padStart(5, '0')).join('');
  const bytes = sha256(JSON.stringify(['acme', 'w1', 1]));
  expect(bits.slice(0, 256)).toBe(bytes.map((byte) => byte.toString(2).padStart(8, '0')).join(''));
});

test('another tenant, activity or generation has another id', () => {
  const ids = [
    eventIdOf('w1', 1, { tenant: 'acme', sha256 }),
    eventIdOf('w1', 2, { tenant: 'acme', sha256 }),
    eventIdOf('w11', 1, { tenant: 'acme', sha256 }),
    eventIdOf('w1', 1, { tenant: 'other', sha256 }),
  ];
  expect(new Set(ids).size).toBe(4);
});
