import { parse, type Node } from 'acorn';
import { ProjectError } from './project-error';

/**
 * Refuses source text that Apps Script's V8 does not accept: it parses scripts, not modules, and neither private nor
 * static class fields.
 *
 * @param name the file, for the message.
 * @see https://developers.google.com/apps-script/guides/v8-runtime#limitations
 */
export function refuseWhatAppsScriptRefuses(name: string, source: string): void {
  let tree: Node;
  try {
    tree = parse(source, { ecmaVersion: 'latest', sourceType: 'script', locations: true });
  } catch (error) {
    throw new ProjectError(`SyntaxError: ${(error as Error).message} file: ${name}.gs`);
  }
  walk(tree, (node) => {
    const refusal = refusalOf(node as SyntaxNode);
    if (!refusal) return;
    const { line, column } = node.loc!.start;
    throw new ProjectError(
      `SyntaxError: ${refusal} line: ${line} column: ${column} file: ${name}.gs`,
    );
  });
}

type SyntaxNode = Node & { readonly static?: boolean };

const refusalOf = ({ type, static: isStatic }: SyntaxNode): string | null => {
  if (type === 'PrivateIdentifier')
    return 'Apps Script does not parse private class fields (#name).';
  if (type === 'PropertyDefinition' && isStatic)
    return 'Apps Script does not parse static class fields.';
  if (type === 'StaticBlock') return 'Apps Script does not parse static class blocks.';
  if (type === 'ImportExpression') return 'Apps Script has no modules: import() is not available.';
  return null;
};

/** Visits every node of a syntax tree. */
export function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const value of Object.values(node)) {
    const children: unknown[] = Array.isArray(value) ? value : [value];
    for (const child of children) if (isNode(child)) walk(child, visit);
  }
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as { type?: unknown }).type === 'string';
