const { imul } = Math;

/**
 * A 64-bit digest of a text as 16 hexadecimal digits. Computed without a call to the platform, so that thousands of
 * rows are quick. Not cryptographic: anybody who wants two texts with the same digest can make them.
 */
export function textDigest(text: string): string {
  let [high, low] = [0x9e3779b9, 0x85ebca6b];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = imul(high ^ unit, 0xcc9e2d51);
    high ^= high >>> 15;
    low = imul(low ^ unit ^ high, 0x1b873593);
    low ^= low >>> 13;
  }
  return hexOf(mixed(high ^ text.length)) + hexOf(mixed(low ^ mixed(high)));
}

/** Every input bit flips about half of the output bits. @see https://github.com/aappleby/smhasher/wiki/MurmurHash3 */
function mixed(bits: number): number {
  const once = imul(bits ^ (bits >>> 16), 0x85ebca6b);
  const twice = imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}

const hexOf = (bits: number): string => (bits >>> 0).toString(16).padStart(8, '0');
