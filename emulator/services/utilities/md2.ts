/** MD2, which Node's crypto no longer has. @see https://www.rfc-editor.org/rfc/rfc1319 */
export function md2(message: Uint8Array): Buffer {
  const padding = 16 - (message.length % 16);
  const padded = Buffer.concat([message, Buffer.alloc(padding, padding)]);
  const blocks = Buffer.concat([padded, checksum(padded)]);
  const state = new Uint8Array(48);
  for (let at = 0; at < blocks.length; at += 16) absorb(state, blocks.subarray(at, at + 16));
  return Buffer.from(state.subarray(0, 16));
}

function checksum(padded: Uint8Array): Buffer {
  const sum = Buffer.alloc(16);
  const s = substitution();
  let last = 0;
  for (let at = 0; at < padded.length; at += 16) {
    for (let i = 0; i < 16; i++) last = sum[i]! ^= s[padded[at + i]! ^ last]!;
  }
  return sum;
}

function absorb(state: Uint8Array, block: Uint8Array): void {
  for (let i = 0; i < 16; i++) {
    state[16 + i] = block[i]!;
    state[32 + i] = state[16 + i]! ^ state[i]!;
  }
  const s = substitution();
  let t = 0;
  for (let round = 0; round < 18; round++) {
    for (let i = 0; i < 48; i++) t = state[i]! ^= s[t]!;
    t = (t + round) & 255;
  }
}

/** The permutation of RFC 1319, derived from the digits of π as the RFC's authors did. */
let table: Uint8Array | null = null;
const substitution = (): Uint8Array => (table ??= permutationOfPi());

/** Shuffles 0…255 with the decimal digits of π as random numbers. */
function permutationOfPi(): Uint8Array {
  const digit = digitsOfPi();
  const made = Uint8Array.from({ length: 256 }, (_, i) => i);
  for (let i = 2; i <= 256; i++) {
    const j = below(i, digit);
    [made[j], made[i - 1]] = [made[i - 1]!, made[j]!];
  }
  return made;
}

/** A number in [0, n) drawn uniformly from digits: as many digits as n needs, rejecting those beyond its multiples. */
function below(n: number, digit: () => number): number {
  for (;;) {
    let x = digit();
    let y = 10;
    if (n > 10) [x, y] = [x * 10 + digit(), 100];
    if (n > 100) [x, y] = [x * 10 + digit(), 1000];
    if (x < n * Math.floor(y / n)) return x % n;
  }
}

/** 3, 1, 4, 1, 5 … by Gibbons' spigot. */
function digitsOfPi(): () => number {
  let [q, r, t, k, n, l] = [1n, 0n, 1n, 1n, 3n, 3n];
  return () => {
    for (;;) {
      if (4n * q + r - t < n * t) {
        const digit = Number(n);
        [q, r, n] = [10n * q, 10n * (r - n * t), (10n * (3n * q + r)) / t - 10n * n];
        return digit;
      }
      [q, r, t, k, n, l] = [
        q * k,
        (2n * q + r) * l,
        t * l,
        k + 1n,
        (q * (7n * k + 2n) + r * l) / (t * l),
        l + 2n,
      ];
    }
  };
}
