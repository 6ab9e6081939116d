/**
 * Google's descriptions are HTML or plain text, and nothing says which. Only the elements that Google Calendar uses count as markup;
 * anything else in angle brackets (`<https://…>`, `<p@x>`, `a<b then c>d`) is text.
 */
import type { Side } from './entry';
import { MOST_CHARACTERS, plainText } from './text';

/** A piece of a description, and the text that a person sees for it. */
export interface Piece {
  readonly raw: string;
  readonly text: string;
}

/** Longer descriptions are read this far, which allows four characters of markup for each shown one. */
export const READ_CHARACTERS = 4 * MOST_CHARACTERS.work.notes;

/** A description as plain text. */
export function textOfHtml(html: string | undefined, side: Side = 'google'): string {
  if (!html) return '';
  if (!/[<&]/.test(html)) return plainText(html, side);
  const text = piecesOf(html.slice(0, READ_CHARACTERS)).map((piece) => piece.text);
  return plainText(text.join('') + (html.length > READ_CHARACTERS ? '…' : ''), side);
}

/** Plain text as a description that Google shows unchanged. Only characters that could be taken for markup are escaped. */
export const htmlOfText = (text: string): string =>
  text.replace(/&(?=[a-z#]|$)/gi, '&amp;').replace(/<(?=[a-z/!?]|$)/gi, '&lt;');

const BREAKING =
  /^(address|article|aside|blockquote|body|center|dd|div|dl|dt|figure|footer|h[1-6]|header|hr|html|main|nav|ol|p|pre|section|table|tbody|tfoot|thead|tr|ul)$/;
const INLINE =
  /^(a|abbr|b|bdi|bdo|big|cite|code|del|dfn|em|font|head|i|img|ins|kbd|mark|meta|o|q|s|samp|script|small|span|strike|strong|style|sub|sup|td|th|tt|u|var|wbr)$/;

const TAG =
  /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z][\w:.-]*\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=]+))*)\s*\/?>/iy;
const PLAIN = /[^<&]+/y;
const ENTITY = /&(?:#x?[0-9a-f]{1,6}|[a-z][a-z0-9]{1,7});/iy;

/** The whole description as pieces, in order. */
export function piecesOf(html: string): Piece[] {
  const reading = new Reading(html);
  while (!reading.isDone) reading.next();
  return reading.pieces;
}

class Reading {
  readonly pieces: Piece[] = [];
  private at = 0;
  private plainFrom = 0;
  /** Whether the line has only blanks so far. */
  private isLineEmpty = true;
  /** What was searched for to the end without success, so that it is not searched for again. */
  private readonly missing = new Set<string>();

  constructor(private readonly html: string) {}

  get isDone(): boolean {
    if (this.at < this.html.length) return false;
    this.endPlain();
    return true;
  }

  next(): void {
    const { html, at } = this;
    const [plain] = matchAt(PLAIN, html, at) ?? [];
    if (plain !== undefined) {
      this.at += plain.length;
      return;
    }
    const isTaken = html[at] === '&' ? this.readEntity() : this.readComment() || this.readTag();
    if (!isTaken) this.at += 1;
  }

  private add(length: number, text: string): true {
    this.endPlain();
    this.push(this.html.slice(this.at, this.at + length), text);
    this.at += length;
    this.plainFrom = this.at;
    return true;
  }

  private endPlain(): void {
    const raw = this.html.slice(this.plainFrom, this.at);
    if (raw !== '') this.push(raw, raw);
    this.plainFrom = this.at;
  }

  private push(raw: string, text: string): void {
    this.pieces.push({ raw, text });
    const line = text.slice(text.lastIndexOf('\n') + 1);
    const isBlank = line.trim() === '';
    this.isLineEmpty = isBlank && (this.isLineEmpty || text.includes('\n'));
  }

  private readEntity(): boolean {
    const [whole] = matchAt(ENTITY, this.html, this.at) ?? [];
    const character = whole === undefined ? null : characterOf(whole.slice(1, -1));
    return whole !== undefined && character !== null && this.add(whole.length, character);
  }

  private readComment(): boolean {
    if (!this.html.startsWith('<!--', this.at)) return false;
    const end = this.find('-->', /-->/g, this.at + 4);
    return end !== null && this.add(end.to - this.at, '');
  }

  private readTag(): boolean {
    const [whole, slash, named, attributes = ''] = matchAt(TAG, this.html, this.at) ?? [];
    if (whole === undefined) return false;
    const name = named!.toLowerCase();
    const isEnd = slash !== '';
    if (name === 'br') return this.add(whole.length, '\n');
    if (name === 'li') return isEnd ? this.readBreak(whole) : this.readItem(whole);
    if (BREAKING.test(name)) return this.readBreak(whole);
    if (!INLINE.test(name)) return false;
    if (isEnd) return this.add(whole.length, name === 'td' || name === 'th' ? ' ' : '');
    if (name === 'script' || name === 'style') return this.readHidden(whole, name);
    if (name === 'a') return this.readLink(whole, attributes);
    return this.add(whole.length, name === 'img' ? attributeOf(attributes, 'alt') : '');
  }

  private readBreak(tag: string): true {
    this.endPlain();
    return this.add(tag.length, this.isLineEmpty ? '' : '\n');
  }

  private readItem(tag: string): true {
    this.endPlain();
    if (!this.isLineEmpty) this.add(0, '\n');
    return this.add(tag.length, '- ');
  }

  private readHidden(tag: string, name: string): true {
    const end = this.find(name, new RegExp(`</${name}\\s*>`, 'gi'), this.at + tag.length);
    return this.add(end === null ? tag.length : end.to - this.at, '');
  }

  /** A link is one piece: its text and its address belong together. */
  private readLink(tag: string, attributes: string): true {
    const address = addressOf(attributeOf(attributes, 'href'));
    const from = this.at + tag.length;
    const end = this.find('a', /<\/a\s*>/gi, from);
    if (end === null) return this.add(tag.length, address && `(${address}) `);
    const label = piecesOf(this.html.slice(from, end.from)).map(({ text }) => text);
    return this.add(end.to - this.at, linkText(label.join(''), address));
  }

  private find(
    name: string,
    pattern: RegExp,
    from: number,
  ): { readonly from: number; readonly to: number } | null {
    if (this.missing.has(name)) return null;
    pattern.lastIndex = from;
    const found = pattern.exec(this.html);
    if (found) return { from: found.index, to: pattern.lastIndex };
    this.missing.add(name);
    return null;
  }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function attributeOf(attributes: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*("[^"]*"|'[^']*'|\\S+)`, 'i').exec(attributes);
  const value = (found?.[1] ?? '').replace(/^["']|["']$/g, '');
  return value.replace(/&(#?\w+);/g, (whole, entity: string) => characterOf(entity) ?? whole);
}

/** Where a link leads, without Google's redirect; empty for links that lead nowhere, and for scripts. */
function addressOf(href: string): string {
  const address = href.replace(/\s+/g, '');
  if (/^(#|$|javascript:|data:|vbscript:)/i.test(address)) return '';
  const detour = /^https?:\/\/www\.google\.com\/url\?(?:.*&)?q=([^&]+)/i.exec(address);
  try {
    return detour ? decodeURIComponent(detour[1]!) : address.replace(/^mailto:/i, '');
  } catch {
    return address;
  }
}

/** The text and its address; the address alone if the text is the address. */
function linkText(label: string, address: string): string {
  const text = label.trim();
  if (address === '') return label;
  if (text === '' || text === address) return address;
  if (bare(text) !== bare(address)) return `${text} (${address})`;
  return /^[a-z]+:/i.test(text) || !/^[a-z]+:/i.test(address) ? text : address;
}

const bare = (address: string): string =>
  address.replace(/^[a-z]+:(\/\/)?|\/$/gi, '').toLowerCase();

const NAMED: ReadonlyMap<string, string> = new Map([
  ...'amp& lt< gt> quot" apos\' ndash– mdash— lsquo‘ rsquo’ ldquo“ rdquo” bull• hellip… euro€ trade™'
    .split(' ')
    .map((one): [string, string] => [one.slice(0, -1), one.slice(-1)]),
  ...(
    'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot ' +
    'cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml ' +
    'Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig ' +
    'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ' +
    'ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'
  )
    .split(' ')
    .map((name, index): [string, string] => [name, String.fromCharCode(160 + index)]),
]);

/** The character of an entity, named without `&` and `;`; null for an unknown one. */
function characterOf(name: string): string | null {
  if (name[0] !== '#') return NAMED.get(name) ?? NAMED.get(name.toLowerCase()) ?? null;
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}
