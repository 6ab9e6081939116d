// Texts as they stand in source files, so that what a document quotes can be found there.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from './documents';

/** A pattern that says nothing matches everything. */
const FEWEST_LETTERS = 4;

const filesIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => join(ROOT, folder, path))
    .filter((path) => /\.(tsx?|mjs)$/.test(path) && statSync(path).isFile());

/** Every literal text in these folders; a pattern for one that has something put in. */
export function textsIn(...folders: readonly string[]): readonly RegExp[] {
  const texts = new Set<string>();
  const addPattern = (text: string): void => {
    if (text.replace(/\.\*|[^\p{L}]/gu, '').length >= FEWEST_LETTERS) texts.add(text);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) texts.add(escaped(node.text));
    if (ts.isTemplateExpression(node))
      addPattern(
        [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]
          .map(escaped)
          .join('.*'),
      );
    ts.forEachChild(node, visit);
  };
  for (const path of folders.flatMap(filesIn))
    visit(ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true));
  return [...texts].map((text) => new RegExp(`^\\s*${text}\\s*$`, 's'));
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Whether a quoted text is one of them. An ellipsis stands for what is put in. */
export const isAmong = (texts: readonly RegExp[], quoted: string): boolean => {
  const sample = quoted.replace(/…/g, 'x');
  return texts.some((text) => text.test(sample) || text.test(quoted));
};
