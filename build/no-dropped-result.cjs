const { ESLintUtils } = require('@typescript-eslint/utils');
const ts = require('typescript');

/** Whether a value of this type is, or may be, one half of a `Result`: its `ok` is literally true or literally false. */
const mayBeResult = (checker, type) =>
  (type.isUnion() ? type.types : [type]).some((part) => {
    const ok = part.getProperty('ok');
    return ok && (checker.getTypeOfSymbol(ok).flags & ts.TypeFlags.BooleanLiteral) !== 0;
  });

/** Whether the caller of this function ignores what it returns, as `forEach` does. */
const returnsToNobody = (checker, node) => {
  const expected = checker.getContextualType(node);
  return (expected?.getCallSignatures() ?? []).some(
    (signature) => (signature.getReturnType().flags & ts.TypeFlags.Void) !== 0,
  );
};

/** Failures are values, so a `Result` that nobody looks at may be a failure that nobody hears of. */
module.exports = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { dropped: 'This Result is dropped: check its ok, or pass it on.' },
  },
  defaultOptions: [],
  create(context) {
    const services = ESLintUtils.getParserServices(context);
    const checker = services.program.getTypeChecker();
    const isResult = (node) => mayBeResult(checker, services.getTypeAtLocation(node));
    return {
      ExpressionStatement({ expression }) {
        if (expression.type !== 'AssignmentExpression' && isResult(expression))
          context.report({ node: expression, messageId: 'dropped' });
      },
      ArrowFunctionExpression(node) {
        if (node.body.type === 'BlockStatement' || !isResult(node.body)) return;
        if (returnsToNobody(checker, services.esTreeNodeToTSNodeMap.get(node)))
          context.report({ node: node.body, messageId: 'dropped' });
      },
    };
  },
};
