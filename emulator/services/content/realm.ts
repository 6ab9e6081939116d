import { exception } from '../../runtime/realm/bridge';
import { defineLazily } from '../../runtime/realm/define';
import { emulated } from '../../runtime/realm/emulated';
import { renders } from '../../runtime/realm/invoke';
import { enumeration, isOneOf, type Enumeration } from '../enumeration/realm';
import { argumentsOf } from '../signature/realm';

/** The Content-Type that Google sends for each kind. @see https://developers.google.com/apps-script/guides/content */
const CONTENT_TYPES = {
  ATOM: 'application/atom+xml',
  CSV: 'text/csv',
  ICAL: 'text/calendar',
  JAVASCRIPT: 'application/javascript',
  JSON: 'application/json',
  RSS: 'application/rss+xml',
  TEXT: 'text/plain',
  VCARD: 'text/x-vcard',
  XML: 'application/xml',
} as const;

type Kind = keyof typeof CONTENT_TYPES;

let mimeTypes: Enumeration<Kind>;

/** `ContentService`. @see https://developers.google.com/apps-script/reference/content/content-service */
export function installContent(): void {
  defineLazily('ContentService', () => {
    mimeTypes = enumeration('Content.MimeType', Object.keys(CONTENT_TYPES) as Kind[]);
    emulated('Content.TextOutput', TextOutput);
    return emulated('Content.ContentService', {
      MimeType: mimeTypes,
      createTextOutput(...args: unknown[]): TextOutput {
        const [content = ''] = argumentsOf<[string?]>(
          'ContentService.createTextOutput',
          args,
          [],
          ['String'],
        );
        return new TextOutput(content);
      },
    });
  });
  renders((value) => (value instanceof TextOutput ? TextOutput.rendered(value) : undefined));
}

/** @see https://developers.google.com/apps-script/reference/content/text-output */
class TextOutput {
  #content: string;
  #kind: Kind = 'TEXT';
  #fileName: string | null = null;

  constructor(content: string) {
    this.#content = content;
  }

  append(...args: unknown[]): this {
    const [added] = argumentsOf<[string]>('TextOutput.append', args, ['String']);
    this.#content += added;
    return this;
  }

  clear(): this {
    this.#content = '';
    return this;
  }

  getContent(): string {
    return this.#content;
  }

  setContent(...args: unknown[]): this {
    const [content] = argumentsOf<[string]>('TextOutput.setContent', args, ['String']);
    this.#content = content;
    return this;
  }

  getMimeType(): unknown {
    return mimeTypes[this.#kind];
  }

  setMimeType(...args: unknown[]): this {
    const [kind] = argumentsOf<[{ name(): Kind }]>('TextOutput.setMimeType', args, [isMimeType]);
    this.#kind = kind.name();
    return this;
  }

  getFileName(): string | null {
    return this.#fileName;
  }

  downloadAsFile(...args: unknown[]): this {
    const [name] = argumentsOf<[string | null]>(
      'TextOutput.downloadAsFile',
      args,
      ['String'],
      [isNull],
    );
    if (name !== null && /[:/\\]/.test(name)) throw exception(`Invalid argument: filename`);
    this.#fileName = name;
    return this;
  }

  static rendered(output: TextOutput): { kind: 'content'; value: unknown } {
    return {
      kind: 'content',
      value: {
        content: output.#content,
        contentType: CONTENT_TYPES[output.#kind],
        fileName: output.#fileName,
      },
    };
  }
}

const isMimeType = (value: unknown): boolean => isOneOf(mimeTypes, value);
const isNull = (value: unknown): boolean => value === null;
