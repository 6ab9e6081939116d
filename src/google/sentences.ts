/** A sentence: whole, or in pieces between which values stand. */
type Sentence = string | readonly string[];

let sentences: readonly Sentence[] | null = null;

/**
 * A sentence that build/sentences.mjs moved out of the bundle: the build writes the calls, nobody else. The file is
 * read when the first sentence is needed, so that a run that says nothing loads none.
 *
 * @param index its place in the file `sentences`.
 * @param values what stands between its pieces.
 * @throws when the file was not pushed with the bundle.
 * @see https://developers.google.com/apps-script/reference/html/html-template#getRawContent()
 */
export function movedSentence(index: number, ...values: readonly unknown[]): string {
  sentences ??= readSentences();
  const found = sentences[index] as Sentence;
  if (typeof found === 'string') return found;
  return found
    .map((piece, at) => (at === 0 ? piece : `${String(values[at - 1])}${piece}`))
    .join('');
}

/** The file is HTML because a script project holds no other text; its one element holds JSON. */
function readSentences(): readonly Sentence[] {
  const html = HtmlService.createTemplateFromFile('sentences').getRawContent();
  return JSON.parse(html.slice(html.indexOf('>') + 1, html.lastIndexOf('<'))) as Sentence[];
}
