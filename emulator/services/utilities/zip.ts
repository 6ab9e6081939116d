import { crc32 } from './crc32';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { ScriptException } from '../../runtime/script-exception';

export interface ZipFile {
  readonly name: string;
  readonly bytes: Buffer;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const DEFLATED = 8;
const UTF8_NAMES = 0x0800;

/** An archive in the ZIP format, deflated. @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
export function zip(files: readonly ZipFile[], nowMs: number): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, bytes } of files) {
    const nameBytes = Buffer.from(name);
    const data = deflateRawSync(bytes);
    const common = commonHeader({ nameBytes, data, bytes, nowMs });
    const local = Buffer.concat([uint32(LOCAL), common, nameBytes, data]);
    directory.push(
      Buffer.concat([uint32(CENTRAL), uint16(20), common, Buffer.alloc(10), uint32(at), nameBytes]),
    );
    parts.push(local);
    at += local.length;
  }
  const index = Buffer.concat(directory);
  const counts = [uint16(files.length), uint16(files.length)];
  const end = Buffer.concat([
    uint32(END),
    Buffer.alloc(4),
    ...counts,
    uint32(index.length),
    uint32(at),
    uint16(0),
  ]);
  return Buffer.concat([...parts, index, end]);
}

function commonHeader(file: {
  readonly nameBytes: Buffer;
  readonly data: Buffer;
  readonly bytes: Buffer;
  readonly nowMs: number;
}): Buffer {
  const { nameBytes, data, bytes, nowMs } = file;
  return Buffer.concat([
    uint16(20),
    uint16(UTF8_NAMES),
    uint16(DEFLATED),
    dosTime(nowMs),
    uint32(crc32(bytes)),
    uint32(data.length),
    uint32(bytes.length),
    uint16(nameBytes.length),
    uint16(0),
  ]);
}

/** The files of an archive. @throws ScriptException when it is not a ZIP archive. */
export function unzip(archive: Buffer): ZipFile[] {
  try {
    const end = archive.lastIndexOf(uint32(END));
    const files: ZipFile[] = [];
    let at = archive.readUInt32LE(end + 16);
    for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
      if (archive.readUInt32LE(at) !== CENTRAL) throw new Error('broken directory');
      const [nameLength, extra, comment] = [28, 30, 32].map((field) =>
        archive.readUInt16LE(at + field),
      ) as [number, number, number];
      const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
      if (!name.endsWith('/')) files.push({ name, bytes: fileAt(archive, at) });
      at += 46 + nameLength + extra + comment;
    }
    return files;
  } catch {
    throw new ScriptException('Invalid argument: blob');
  }
}

/** @param entry the offset of its entry in the directory. */
function fileAt(archive: Buffer, entry: number): Buffer {
  const method = archive.readUInt16LE(entry + 10);
  const size = archive.readUInt32LE(entry + 20);
  const local = archive.readUInt32LE(entry + 42);
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const data = archive.subarray(start, start + size);
  return method === DEFLATED ? inflateRawSync(data) : Buffer.from(data);
}

function uint16(value: number): Buffer {
  const buffer = Buffer.alloc(2);
  buffer.writeUInt16LE(value & 0xffff);
  return buffer;
}

function uint32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value >>> 0);
  return buffer;
}

/** Time and date in MS-DOS format, UTC. */
function dosTime(ms: number): Buffer {
  const iso = new Date(ms);
  const time = (iso.getUTCHours() << 11) | (iso.getUTCMinutes() << 5) | (iso.getUTCSeconds() >> 1);
  const date =
    ((iso.getUTCFullYear() - 1980) << 9) | ((iso.getUTCMonth() + 1) << 5) | iso.getUTCDate();
  return Buffer.concat([uint16(time), uint16(date)]);
}
