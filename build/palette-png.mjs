import { deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const MOST_COLORS = 256;

/**
 * A screenshot with at most 256 colors, a third of its size. @param png as Chromium writes it: 8 bits, not
 * interlaced.
 */
export function withPalette(png) {
  const { width, height, channels, pixels } = decode(png);
  const colors = new Map();
  for (let at = 0; at < pixels.length; at += channels) {
    const color = (pixels[at] << 16) | (pixels[at + 1] << 8) | pixels[at + 2];
    colors.set(color, (colors.get(color) ?? 0) + 1);
  }
  const palette = [...colors].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_COLORS);
  const indexes = new Map(palette.map(([color], index) => [color, index]));
  const rows = Buffer.alloc((width + 1) * height);
  for (let i = 0; i < width * height; i++) {
    const at = i * channels;
    const color = (pixels[at] << 16) | (pixels[at + 1] << 8) | pixels[at + 2];
    if (!indexes.has(color)) indexes.set(color, nearest(color, palette));
    rows[i + Math.floor(i / width) + 1] = indexes.get(color);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const table = Buffer.from(palette.flatMap(([color]) => parts(color)));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', table),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const parts = (color) => [color >> 16, (color >> 8) & 255, color & 255];

function nearest(color, palette) {
  const [r, g, b] = parts(color);
  let best = { index: 0, distance: Infinity };
  palette.forEach(([candidate], index) => {
    const [cr, cg, cb] = parts(candidate);
    const distance = (r - cr) ** 2 + (g - cg) ** 2 + (b - cb) ** 2;
    if (distance < best.distance) best = { index, distance };
  });
  return best.index;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(checksum(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** CRC-32. zlib has one, but not in every Node 20. */
function checksum(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function decode(png) {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const channels = { 2: 3, 6: 4 }[png[25]];
  const data = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const type = png.toString('latin1', at + 4, at + 8);
    if (type === 'IDAT') data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  return {
    width,
    height,
    channels,
    pixels: undoFilters(inflateSync(Buffer.concat(data)), { width, height, channels }),
  };
}

/** Undoes the five filters of rows. @see https://www.w3.org/TR/png/#9Filters */
function undoFilters(rows, { width, height, channels }) {
  const line = width * channels;
  const out = Buffer.alloc(line * height);
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (line + 1)];
    for (let x = 0; x < line; x++) {
      const left = x >= channels ? out[y * line + x - channels] : 0;
      const up = y > 0 ? out[(y - 1) * line + x] : 0;
      const corner = x >= channels && y > 0 ? out[(y - 1) * line + x - channels] : 0;
      const expected = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
      out[y * line + x] = rows[y * (line + 1) + 1 + x] + expected;
    }
  }
  return out;
}

function paeth(left, up, corner) {
  const guess = left + up - corner;
  const [a, b, c] = [left, up, corner].map((value) => Math.abs(guess - value));
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
