/** The text of a description: Calendar's own form writes HTML, and none of it is run here. */
export function textOfHtml(html: string): string {
  if (!/<[a-z/!]|&[a-z#]/i.test(html)) return html;
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const line of body.querySelectorAll('br')) line.replaceWith('\n');
  for (const block of body.querySelectorAll('p, div, li')) block.append('\n');
  return (body.textContent ?? '').trim();
}
