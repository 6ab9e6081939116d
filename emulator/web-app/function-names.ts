import { parse, type Node } from 'acorn';
import type { Project } from '../project/project';

const known = new WeakMap<Project, readonly string[]>();

/** The functions a page may call: those at the top of a file whose names do not end in an underscore. */
export function functionNames(project: Project): readonly string[] {
  const names = known.get(project) ?? [
    ...new Set(
      project.files
        .filter(({ type }) => type === 'SERVER_JS')
        .flatMap(({ source }) => declared(source))
        .filter((name) => !name.endsWith('_')),
    ),
  ];
  known.set(project, names);
  return names;
}

interface Declaration extends Node {
  readonly id?: { readonly name: string } | null;
  readonly declarations?: readonly {
    readonly id: { readonly name?: string };
    readonly init?: Node | null;
  }[];
}

const FUNCTIONS = ['FunctionExpression', 'ArrowFunctionExpression'];

const declared = (source: string): string[] =>
  (parse(source, { ecmaVersion: 'latest', sourceType: 'script' }).body as Declaration[]).flatMap(
    ({ type, id, declarations = [] }) =>
      type === 'FunctionDeclaration' && id
        ? [id.name]
        : declarations
            .filter(({ init }) => init && FUNCTIONS.includes(init.type))
            .flatMap((one) => one.id.name ?? []),
  );
