import { exception } from '../../runtime/realm/bridge';
import { blobOf, type Blob } from '../blob/realm';
import { isOneOf, type EnumValue } from '../enumeration/realm';
import { argumentsOf } from '../signature/realm';
import { contextAfter, escapedFor, START, type Context } from './realm-context';
import { enumsOf } from './realm-enums';
import { HtmlTemplate } from './realm-template';

/** The meta tags that Google lets through. */
const META_TAGS = [
  'apple-mobile-web-app-capable',
  'google-site-verification',
  'mobile-web-app-capable',
  'viewport',
];

/** @see https://developers.google.com/apps-script/reference/html/html-output-meta-tag */
export class HtmlOutputMetaTag {
  #name: string;
  #content: string;

  constructor(name: string, content: string) {
    this.#name = name;
    this.#content = content;
  }

  getName(): string {
    return this.#name;
  }

  getContent(): string {
    return this.#content;
  }
}

const isNull = (value: unknown): boolean => value === null;
const isMode = (value: unknown): boolean => isOneOf(enumsOf().XFrameOptionsMode, value);
const isSandbox = (value: unknown): boolean => isOneOf(enumsOf().SandboxMode, value);

/** @see https://developers.google.com/apps-script/reference/html/html-output */
export class HtmlOutput {
  #content = '';
  /** The context at the end of the content: known up to `#scanned`. */
  #context: Context = START;
  #scanned = 0;
  #title: string | null = null;
  #faviconUrl: string | null = null;
  #width: number | null = null;
  #height: number | null = null;
  #metaTags: HtmlOutputMetaTag[] = [];
  #frames = 'DEFAULT';

  constructor(content: string) {
    this.#content = content;
  }

  append(...args: unknown[]): this {
    const [added] = argumentsOf<[string]>('HtmlOutput.append', args, ['String']);
    this.#content += added;
    return this;
  }

  /** Escapes what is added for the place it lands in: text, attribute, script, style. */
  appendUntrusted(...args: unknown[]): this {
    const [added] = argumentsOf<[unknown]>('HtmlOutput.appendUntrusted', args, ['Any']);
    this.#context = contextAfter(this.#context, this.#content.slice(this.#scanned));
    const escaped = escapedFor(this.#context, added);
    this.#content += escaped;
    this.#context = contextAfter(this.#context, escaped);
    this.#scanned = this.#content.length;
    return this;
  }

  clear(): this {
    return this.#replace('');
  }

  setContent(...args: unknown[]): this {
    const [content] = argumentsOf<[string]>('HtmlOutput.setContent', args, ['String']);
    return this.#replace(content);
  }

  getContent(): string {
    return this.#content;
  }

  asTemplate(): HtmlTemplate {
    return new HtmlTemplate(() => this.#content);
  }

  getBlob(): Blob {
    return blobOf({ text: this.#content }, 'text/html', this.#title);
  }

  getAs(...args: unknown[]): Blob {
    return this.getBlob().getAs(...args);
  }

  setTitle(...args: unknown[]): this {
    [this.#title] = argumentsOf<[string]>('HtmlOutput.setTitle', args, ['String']);
    return this;
  }

  getTitle(): string | null {
    return this.#title;
  }

  setFaviconUrl(...args: unknown[]): this {
    [this.#faviconUrl] = argumentsOf<[string]>('HtmlOutput.setFaviconUrl', args, ['String']);
    return this;
  }

  getFaviconUrl(): string | null {
    return this.#faviconUrl;
  }

  setWidth(...args: unknown[]): this {
    [this.#width] = argumentsOf<[number | null]>(
      'HtmlOutput.setWidth',
      args,
      ['Integer'],
      [isNull],
    );
    return this;
  }

  getWidth(): number | null {
    return this.#width;
  }

  setHeight(...args: unknown[]): this {
    [this.#height] = argumentsOf<[number | null]>(
      'HtmlOutput.setHeight',
      args,
      ['Integer'],
      [isNull],
    );
    return this;
  }

  getHeight(): number | null {
    return this.#height;
  }

  addMetaTag(...args: unknown[]): this {
    const [name, content] = argumentsOf<[string, string]>('HtmlOutput.addMetaTag', args, [
      'String',
      'String',
    ]);
    if (!META_TAGS.includes(name))
      throw exception('The meta tag you specified is not allowed in this context.');
    this.#metaTags.push(new HtmlOutputMetaTag(name, content));
    return this;
  }

  getMetaTags(): HtmlOutputMetaTag[] {
    return [...this.#metaTags];
  }

  setXFrameOptionsMode(...args: unknown[]): this {
    const [mode] = argumentsOf<[EnumValue]>('HtmlOutput.setXFrameOptionsMode', args, [isMode]);
    this.#frames = mode.name();
    return this;
  }

  /** Has no effect at Google either: every page is in an IFRAME sandbox. */
  setSandboxMode(...args: unknown[]): this {
    argumentsOf('HtmlOutput.setSandboxMode', args, [isSandbox]);
    return this;
  }

  #replace(content: string): this {
    this.#content = content;
    this.#context = START;
    this.#scanned = 0;
    return this;
  }

  static rendered(output: HtmlOutput): { kind: 'html'; value: unknown } {
    return {
      kind: 'html',
      value: {
        content: output.#content,
        title: output.#title,
        faviconUrl: output.#faviconUrl,
        width: output.#width,
        height: output.#height,
        metaTags: output.#metaTags.map((tag) => ({
          name: tag.getName(),
          content: tag.getContent(),
        })),
        xFrameOptionsMode: output.#frames,
      },
    };
  }
}
