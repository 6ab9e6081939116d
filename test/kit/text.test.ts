import fc from 'fast-check';
import { shortened, utf8Bytes, utf8Pieces, wellFormed } from '../../src/kit/text';

const anyText = fc.string({ unit: fc.constantFrom('a', 'é', '語', '👍', '\ud83d', '\udc4d') });

test('the length of a text is its length in UTF-8', () => {
  fc.assert(fc.property(anyText, (text) => utf8Bytes(text) === Buffer.byteLength(text)));
});

test('pieces fit, make up the text, and never split a character', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 4, max: 20 }), (text, most) => {
      const pieces = utf8Pieces(text, most);
      expect(pieces.join('')).toBe(text);
      for (const piece of pieces) expect(utf8Bytes(piece)).toBeLessThanOrEqual(most);
      const bytes = pieces.reduce((sum, piece) => sum + utf8Bytes(piece), 0);
      expect(bytes).toBe(utf8Bytes(text));
    }),
  );
});

test('half a character is replaced, as services that speak UTF-8 do', () => {
  fc.assert(fc.property(anyText, (text) => wellFormed(text) === Buffer.from(text).toString()));
});

test('a shortened text fits and ends in a whole character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, most) => {
      const short = shortened(text, most);
      expect(short.length).toBeLessThanOrEqual(most);
      expect(wellFormed(short)).toBe(short);
      expect(text.length <= most ? short === text : short.endsWith('…')).toBe(true);
    }),
  );
});
