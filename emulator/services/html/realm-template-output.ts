import { HtmlOutput } from './realm-output';

/** What a template's code writes to. @see https://developers.google.com/apps-script/guides/html/templates */
export function templateOutput(): object {
  const $out = new HtmlOutput('');
  return {
    $out,
    append: (text: string) => $out.append(text),
    appendUntrusted: (value: unknown) => $out.appendUntrusted(value),
    set _(text: unknown) {
      $out.append(String(text));
    },
    set _$(value: unknown) {
      $out.appendUntrusted(value);
    },
  };
}
