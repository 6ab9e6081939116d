import { cssValue, escapedHtml, escapedJs, jsValue, safeUrl } from './realm-escape';

/** A position in HTML, as far as escaping depends on it. */
export interface Context {
  readonly place: 'text' | 'tag' | 'attribute' | 'comment' | 'script' | 'style' | 'rcdata';
  /** The element whose tag or content the position is in, in lower case. */
  readonly element: string;
  readonly attribute: string;
  /** The quote that ends the attribute's value; empty for a value without quotes. */
  readonly quote: string;
  /** The attribute's value, or the script, up to this position. */
  readonly before: string;
}

export const START: Context = { place: 'text', element: '', attribute: '', quote: '', before: '' };

const URL_ATTRIBUTES = [
  'href',
  'src',
  'action',
  'formaction',
  'cite',
  'poster',
  'background',
  'data',
];

/** Elements whose content is not HTML. */
const RAW: Readonly<Record<string, Context['place']>> = {
  script: 'script',
  style: 'style',
  title: 'rcdata',
  textarea: 'rcdata',
};

/** The context after more HTML. */
export function contextAfter(context: Context, html: string): Context {
  let [at, now] = [0, context];
  while (at < html.length) [at, now] = step(now, html, at);
  return now;
}

type Step = [next: number, context: Context];

function step(context: Context, html: string, at: number): Step {
  switch (context.place) {
    case 'text':
      return inText(context, html, at);
    case 'tag':
      return inTag(context, html, at);
    case 'attribute':
      return inAttribute(context, html, at);
    case 'comment':
      return upTo('-->', context, html, at);
    case 'script':
    case 'style':
    case 'rcdata':
      return inRaw(context, html, at);
  }
}

function inText(context: Context, html: string, at: number): Step {
  const open = html.indexOf('<', at);
  if (open < 0) return [html.length, context];
  if (html.startsWith('<!--', open)) return [open + 4, { ...START, place: 'comment' }];
  const name = /^<(\/?[a-z][^\s/>]*)/i.exec(html.slice(open, open + 64))?.[1];
  if (name === undefined) return [open + 1, context];
  return [open + 1 + name.length, { ...START, place: 'tag', element: name.toLowerCase() }];
}

/** Between the name of a tag and its end. */
function inTag(context: Context, html: string, at: number): Step {
  if (html[at] === '>')
    return [at + 1, { ...START, place: RAW[context.element] ?? 'text', element: context.element }];
  const match = /^([^\s=>/"']+)\s*=\s*(["']?)/.exec(html.slice(at, at + 256));
  if (!match) return [at + 1, context];
  const [whole, name = '', quote = ''] = match;
  return [
    at + whole.length,
    { ...context, place: 'attribute', attribute: name.toLowerCase(), quote, before: '' },
  ];
}

function inAttribute(context: Context, html: string, at: number): Step {
  const { quote, before } = context;
  const rest = html.slice(at);
  const end = quote === '' ? rest.search(/[\s>]/) : rest.indexOf(quote);
  if (end < 0) return [html.length, { ...context, before: before + rest }];
  return [at + end + quote.length, { ...START, place: 'tag', element: context.element }];
}

function upTo(end: string, context: Context, html: string, at: number): Step {
  const found = html.indexOf(end, at);
  return found < 0 ? [html.length, context] : [found + end.length, START];
}

/** In an element whose content is not HTML: only its own end tag ends it. */
function inRaw(context: Context, html: string, at: number): Step {
  const rest = html.slice(at);
  const end = rest.search(new RegExp(`</${context.element}[\\s>/]`, 'i'));
  if (end < 0) return [html.length, { ...context, before: context.before + rest }];
  return [at + end, START];
}

/** A value as it may safely appear in a place. */
export function escapedFor(context: Context, value: unknown): string {
  switch (context.place) {
    case 'text':
    case 'rcdata':
      return escapedHtml(String(value));
    case 'tag':
      return /^[a-z0-9_-]*$/i.test(String(value)) ? String(value) : 'zSoyz';
    case 'attribute':
      return inAttributeValue(context, value);
    case 'comment':
      return '';
    case 'script':
      return inScript(context.before, value);
    case 'style':
      return cssValue(String(value));
  }
}

function inAttributeValue({ attribute, quote, before }: Context, value: unknown): string {
  const text = attribute.startsWith('on')
    ? inScript(before, value)
    : attribute === 'style'
      ? cssValue(String(value))
      : URL_ATTRIBUTES.includes(attribute)
        ? safeUrl(String(value), before)
        : String(value);
  const escaped = escapedHtml(text);
  return quote === ''
    ? escaped.replace(/[\s=`]/g, (letter) => `&#${letter.charCodeAt(0)};`)
    : escaped;
}

/** Inside a string of the script only characters are escaped; elsewhere a whole value is written. */
const inScript = (before: string, value: unknown): string =>
  isInString(before) ? escapedJs(String(value)) : jsValue(value);

function isInString(script: string): boolean {
  let open = '';
  for (let i = 0; i < script.length; i++) {
    const letter = script[i]!;
    if (letter === '\\') i++;
    else if (open !== '') open = letter === open ? '' : open;
    else if (`"'\``.includes(letter)) open = letter;
    else if (script.startsWith('//', i)) i = endOf('\n', script, i);
    else if (script.startsWith('/*', i)) i = endOf('*/', script, i);
  }
  return open !== '';
}

const endOf = (mark: string, script: string, from: number): number => {
  const at = script.indexOf(mark, from + 2);
  return at < 0 ? script.length : at + mark.length - 1;
};
