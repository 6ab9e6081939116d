/**
 * Finds each `Result` that nobody looks at: failures are values, so a dropped one may be a failure that nobody hears of.
 * General rules are the linter's (.oxlintrc.json). This one asks the compiler for the types of a few expressions, which
 * takes a tenth of the time that a linter needs to prepare all of them.
 */
import { basename, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/**
 * @param program its files are looked at, except declarations and libraries.
 * @returns a line for each dropped Result: file, line, column and text.
 */
export function droppedResults(program) {
  const checker = program.getTypeChecker();
  return program
    .getSourceFiles()
    .filter((file) => !file.isDeclarationFile && !program.isSourceFileFromExternalLibrary(file))
    .flatMap((file) => {
      const problems = [];
      const visit = (node) => {
        const dropped = droppedBy(node, checker);
        if (dropped && mayBeResult(checker.getTypeAtLocation(dropped), checker))
          problems.push(problemAt(dropped, file));
        ts.forEachChild(node, visit);
      };
      visit(file);
      return problems;
    });
}

/** The expression whose value a node ignores, if any. */
function droppedBy(node, checker) {
  if (ts.isExpressionStatement(node)) return isAssignment(node.expression) ? null : node.expression;
  if (!ts.isArrowFunction(node) || ts.isBlock(node.body)) return null;
  return returnsToNobody(node, checker) ? node.body : null;
}

const isAssignment = (node) =>
  ts.isBinaryExpression(node) &&
  node.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
  node.operatorToken.kind <= ts.SyntaxKind.LastAssignment;

/** Whether a value of this type is, or may be, one half of a `Result`: its `ok` is literally true or literally false. */
const mayBeResult = (type, checker) =>
  (type.isUnion() ? type.types : [type]).some((part) => {
    const ok = part.getProperty('ok');
    return ok && (checker.getTypeOfSymbol(ok).flags & ts.TypeFlags.BooleanLiteral) !== 0;
  });

/** Whether the caller of this function ignores what it returns, as `forEach` does. */
const returnsToNobody = (node, checker) =>
  (checker.getContextualType(node)?.getCallSignatures() ?? []).some(
    (signature) => (signature.getReturnType().flags & ts.TypeFlags.Void) !== 0,
  );

function problemAt(node, file) {
  const { line, character } = file.getLineAndCharacterOfPosition(node.getStart(file));
  const [text] = node.getText(file).split('\n');
  return `${relative('', file.fileName)}:${line + 1}:${character + 1} drops a Result: check its ok, or pass it on. ${text}`;
}

/** The files and options of a tsconfig. */
export function programOf(config) {
  const { options, fileNames, errors } = ts.getParsedCommandLineOfConfigFile(config, undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
    },
  });
  if (errors.length > 0)
    throw new Error(ts.flattenDiagnosticMessageText(errors[0].messageText, '\n'));
  return ts.createProgram(fileNames, options);
}

if (process.argv[1] && basename(process.argv[1]) === basename(fileURLToPath(import.meta.url))) {
  const problems = droppedResults(programOf(process.argv[2]));
  for (const problem of problems) console.log(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
