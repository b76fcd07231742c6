/** Finds variables of a module that functions change: what two guards in one process would share. */
import ts from 'typescript';

const MUTATORS = new Set(['set', 'add', 'delete', 'clear', 'push', 'pop', 'shift', 'unshift', 'splice', 'sort', 'reverse', 'fill', 'copyWithin']);

/** Names of the variables of a source file that change after it is loaded. */
export function mutableState(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const variables = new Set<string>();
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name } of statement.declarationList.declarations) if (ts.isIdentifier(name)) variables.add(name.text);
  }
  const changed = new Set<string>();
  const visit = (node: ts.Node, inFunction: boolean, hidden: ReadonlySet<string>): void => {
    const inside = inFunction || ts.isFunctionLike(node);
    const own = ts.isFunctionLike(node) ? new Set([...hidden, ...declaredIn(node)]) : hidden;
    if (inside) {
      const target = changedBy(node);
      if (target !== undefined && variables.has(target) && !own.has(target)) changed.add(target);
    }
    ts.forEachChild(node, (child) => visit(child, inside, own));
  };
  visit(file, false, new Set());
  return [...changed];
}

/** The variable that a node assigns to, or whose contents it changes. */
function changedBy(node: ts.Node): string | undefined {
  if (ts.isBinaryExpression(node) && node.operatorToken.kind >= ts.SyntaxKind.FirstAssignment && node.operatorToken.kind <= ts.SyntaxKind.LastAssignment) return root(node.left);
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    return node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken ? root(node.operand) : undefined;
  }
  if (ts.isDeleteExpression(node)) return root(node.expression);
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  return MUTATORS.has(node.expression.name.text) ? root(node.expression.expression) : undefined;
}

function root(node: ts.Expression): string | undefined {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node) || ts.isNonNullExpression(node)) return root(node.expression);
  return undefined;
}

/** The names that a function declares for itself, blocks included. */
function declaredIn(scope: ts.Node): string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node)) && ts.isIdentifier(node.name)) names.push(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(scope);
  return names;
}
