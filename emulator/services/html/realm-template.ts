/** @see https://developers.google.com/apps-script/reference/html/html-template */
export class HtmlTemplate {
  #source: () => string;

  /** @param source the HTML with scriptlets; a function where it may still change. */
  constructor(source: string | (() => string)) {
    this.#source = typeof source === 'string' ? () => source : source;
  }

  getRawContent(): string {
    return this.#source();
  }

  getCode(): string {
    return codeOf(this.#source());
  }

  /** The code, with the template's line after each line that comes from it. */
  getCodeWithComments(): string {
    const source = this.#source().split('\n');
    return codeOf(this.#source())
      .split('\n')
      .map((line, i) => (source[i] === undefined ? line : `${line} // ${source[i]}`))
      .join('\n');
  }

  /** Runs the scriptlets and returns an HtmlOutput: the script's globals and the template's own properties are in scope. */
  evaluate(): object {
    const names = Object.keys(this);
    const values = names.map((name) => (this as unknown as Record<string, unknown>)[name]);
    const run = new Function(...names, `return ${codeOf(this.#source())}`) as (
      ...args: unknown[]
    ) => object;
    return run(...values);
  }
}

const SCRIPTLET = /<\?(!?=)?([\s\S]*?)\?>/g;

/** JavaScript that writes the template's HTML line by line, so that its line numbers are the template's. */
function codeOf(source: string): string {
  let code = '(function() { var output = HtmlService.initTemplate(); ';
  let at = 0;
  for (const match of source.matchAll(SCRIPTLET)) {
    code += htmlCode(source.slice(at, match.index)) + scriptletCode(match[1], match[2]!);
    at = match.index + match[0].length;
  }
  return `${code}${htmlCode(source.slice(at))}\n  /* End of user code */\n  return output.$out.append('');\n})();`;
}

function htmlCode(html: string): string {
  return html
    .split('\n')
    .map((line, i, lines) => (i < lines.length - 1 ? `${line}\n` : line))
    .map((text, i) => `${i > 0 ? '\n' : ''}${text === '' ? '' : `output._ = ${quoted(text)};`}`)
    .join('');
}

function scriptletCode(kind: string | undefined, code: string): string {
  if (kind === '=') return ` output._$ = ${code};`;
  return kind === '!=' ? ` output._ = ${code};` : `${code};`;
}

const quoted = (text: string): string =>
  `'${text
    .replace(/\\/g, '\\\\')
    .replace(/'/g, "\\'")
    .replace(/"/g, '\\"')
    .replace(/\r/g, '\\r')
    .replace(/\n/g, '\\n')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029')}'`;
