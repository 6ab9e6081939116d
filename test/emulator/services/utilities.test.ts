import { createHash, createHmac, createVerify, generateKeyPairSync } from 'node:crypto';
import { inScript, runIn, scriptOf } from './in-script';

const signed = (bytes: Buffer): number[] => [...new Int8Array(bytes)];

const TEXT = 'Google グループ 🙂';

describe('Utilities', () => {
  test('turns texts and bytes into base 64 and back', () => {
    expect(
      inScript(`const encoded = Utilities.base64Encode('${TEXT}');
      const web = Utilities.base64EncodeWebSafe([-5, -17, -66]);
      return [encoded, web, Utilities.base64Decode(encoded), Utilities.base64DecodeWebSafe(web),
        Utilities.base64Encode('é', Utilities.Charset.US_ASCII), Utilities.newBlob(Utilities.base64Decode(encoded)).getDataAsString()]`),
    ).toEqual([
      Buffer.from(TEXT).toString('base64'),
      '--++'.replaceAll('+', '-'),
      signed(Buffer.from(TEXT)),
      [-5, -17, -66],
      'Pw==',
      TEXT,
    ]);
    expect(inScript("Utilities.base64Decode('*')")).toBe('Exception: Could not decode string.');
  });

  test.each([
    ['MD5', 'md5'],
    ['SHA_1', 'sha1'],
    ['SHA_256', 'sha256'],
    ['SHA_384', 'sha384'],
    ['SHA_512', 'sha512'],
  ])('computes the digest %s and its HMAC as signed bytes', (name, hash) => {
    expect(
      inScript(`return [Utilities.computeDigest(Utilities.DigestAlgorithm.${name}, '${TEXT}'),
      Utilities.computeHmacSignature(Utilities.MacAlgorithm.HMAC_${name}, '${TEXT}', 'key')]`),
    ).toEqual([
      signed(createHash(hash).update(TEXT).digest()),
      signed(createHmac(hash, 'key').update(TEXT).digest()),
    ]);
  });

  test('computes MD2 as RFC 1319 has it', () => {
    const hex =
      "(text) => Utilities.computeDigest(Utilities.DigestAlgorithm.MD2, text).map((b) => ((b + 256) % 256).toString(16).padStart(2, '0')).join('')";
    expect(inScript(`const hex = ${hex}; return ['', 'abc', 'message digest'].map(hex)`)).toEqual([
      '8350e5a3e24c153df2275c9f80692773',
      'da853b0d3f88d99b30283a69e6ded6bb',
      'ab4f496bfb2a530b219ff33031fe06b0',
    ]);
  });

  test('computes HMAC-SHA256 over texts and over bytes', () => {
    expect(
      inScript(`return [Utilities.computeHmacSha256Signature('value', 'key'),
      Utilities.computeHmacSha256Signature(Utilities.newBlob('value').getBytes(), Utilities.newBlob('key').getBytes())]`),
    ).toEqual(Array(2).fill(signed(createHmac('sha256', 'key').update('value').digest())));
  });

  test('signs with RSA so that the public key verifies it, and refuses an invalid key', () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
    const sign = (member: string): number[] =>
      inScript(`return Utilities.${member}('to sign', ${JSON.stringify(pem)})`) as number[];
    const verifies = (bytes: number[], hash: string): boolean =>
      createVerify(hash)
        .update('to sign')
        .verify(publicKey, Buffer.from(Int8Array.from(bytes).buffer));
    expect(verifies(sign('computeRsaSha256Signature'), 'RSA-SHA256')).toBe(true);
    expect(verifies(sign('computeRsaSha1Signature'), 'RSA-SHA1')).toBe(true);
    expect(inScript("Utilities.computeRsaSha256Signature('a', 'no key')")).toBe(
      'Exception: Invalid argument: key',
    );
  });

  test('compresses and archives, and undoes both', () => {
    expect(
      inScript(`const a = Utilities.newBlob('${TEXT}', 'text/plain', 'a.txt'), b = Utilities.newBlob([0, -1], 'image/png', 'b.png');
      const gz = Utilities.gzip(a, 'a.txt.gz');
      const zip = Utilities.zip([a, b], 'both.zip');
      return [gz.getContentType(), Utilities.ungzip(gz).getDataAsString(), Utilities.ungzip(gz).getName(), zip.getName(), zip.getContentType(),
        Utilities.unzip(zip).map((file) => [file.getName(), file.getContentType(), file.getBytes().length])]`),
    ).toEqual([
      'application/x-gzip',
      TEXT,
      'a.txt',
      'both.zip',
      'application/zip',
      [
        ['a.txt', 'text/plain', Buffer.byteLength(TEXT)],
        ['b.png', 'image/png', 2],
      ],
    ]);
    expect(inScript("Utilities.ungzip(Utilities.newBlob('x'))")).toBe(
      'Exception: Could not decompress gzip.',
    );
  });

  test.each([
    [
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      '"a,1","say ""hi""","two\nlines"\r\n,',
      [
        ['a,1', 'say "hi"', 'two\nlines'],
        ['', ''],
      ],
    ],
    ['', []],
  ])('reads the CSV %j', (csv, rows) => {
    expect(inScript(`return Utilities.parseCsv(${JSON.stringify(csv)})`)).toEqual(rows);
  });

  test('reads CSV with another delimiter', () => {
    expect(inScript("return Utilities.parseCsv('a;b,c', ';')")).toEqual([['a', 'b,c']]);
  });

  test.each([
    ["'%s has %d of %5.2f%%', 'Anna', 3.7, 12.345", 'Anna has 3 of 12.35%'],
    [
      "'%05d|%-5s|%5s|%+d|%x|%X|%o', 42, 'ab', 'cd', 7, 255, 255, 8",
      '00042|ab   |   cd|+7|ff|FF|10',
    ],
    ["'%2$s %1$s', 'world', 'hello'", 'hello world'],
    ["'%e %b %c', 12345.678, true, 65", '1.234568e+04 true A'],
  ])('formats %s', (args, text) => {
    expect(inScript(`return Utilities.formatString(${args})`)).toBe(text);
  });

  test('sleeps in virtual time, five minutes at most, and the sleep counts', () => {
    expect(inScript('const t = Date.now(); Utilities.sleep(1500); return Date.now() - t')).toBe(
      1500,
    );
    expect(inScript('Utilities.sleep(300001)')).toBe('Exception: Invalid argument: milliseconds');
    expect(inScript('Utilities.sleep(29000); Utilities.sleep(2000)', { surface: 'addon' })).toBe(
      'Exception: Exceeded maximum execution time',
    );
  });

  test('gives UUIDs by the seed of the Workspace', () => {
    const uuid = (): unknown => inScript('return Utilities.getUuid()');
    expect(uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(uuid()).toBe(uuid());
  });
});

describe('a blob', () => {
  test('has bytes, a type and a name that can be changed', () => {
    expect(
      inScript(`const b = Utilities.newBlob('é', 'text/plain', 'x.txt');
      const copy = b.copyBlob().setName('y.html').setContentTypeFromExtension().setDataFromString('ab');
      return [b.getBytes(), b.getDataAsString(), b.getName(), b.getContentType(), b.isGoogleType(), copy.getDataAsString(), copy.getContentType(),
        b.getDataAsString('ISO-8859-1'), Utilities.newBlob([1]).getContentType(), String(b)]`),
    ).toEqual([
      [-61, -87],
      'é',
      'x.txt',
      'text/plain',
      false,
      'ab',
      'text/html',
      'Ã©',
      null,
      'Blob',
    ]);
  });

  test('is not converted to another type, and says so', () => {
    expect(inScript("return Utilities.newBlob('a', 'text/html').getAs('application/pdf')")).toMatch(
      /^NotEmulated: Base\.Blob\.getAs\(application\/pdf\)/,
    );
  });

  test('hides what it is made of', () => {
    expect(inScript("return JSON.stringify(Utilities.newBlob('secret'))")).toBe('{}');
  });
});

test('a script may be ended at a sleep', () => {
  const workspace = scriptOf(
    "function f() { Utilities.sleep(1); PropertiesService.getScriptProperties().setProperty('a', '1') } function g() { return PropertiesService.getScriptProperties().getKeys() }",
  );
  workspace.faults.plan([{ method: 'utilities.sleep', fault: { kind: 'kill' } }]);
  expect([runIn(workspace, 'f'), runIn(workspace, 'g')]).toEqual([
    'Exception: Exceeded maximum execution time',
    [],
  ]);
});
