import ts from 'typescript';

export interface Finding {
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

/** Attributes whose value people read or hear. */
const spokenAttributes = new Set([
  'label',
  'title',
  'placeholder',
  'description',
  'alt',
  'aria-label',
  'aria-description',
  'caption',
  'lead',
  'legend',
  'hint',
]);
/** The product's own name is the same in every language; marks and the name of a time scale are no words. */
const notWords = /^(?:Cửa Ô|[\s\d\p{P}\p{S}]*(?:UTC)?)$/u;

/**
 * Text that stands in the markup itself instead of in the catalogues: between tags, in a spoken attribute, or in a
 * string literal inside braces. Words inside `t(…)` are keys and are not looked at.
 */
export function rawTexts(path: string, source: string): Finding[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.ES2023, true, ts.ScriptKind.TSX);
  const found: Finding[] = [];
  const note = (node: ts.Node, text: string): void => {
    const trimmed = text.trim();
    if (trimmed !== '' && !notWords.test(trimmed))
      found.push({ path, line: file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1, text: trimmed });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) note(node, node.text);
    if (ts.isJsxAttribute(node) && node.initializer !== undefined && spokenAttributes.has(node.name.getText(file))) {
      if (ts.isStringLiteral(node.initializer)) note(node, node.initializer.text);
      else if (ts.isJsxExpression(node.initializer)) spoken(node.initializer.expression, note);
    }
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) spoken(node.expression, note);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The literals an expression can come to, through `? :`, `&&`, `??` and brackets. */
function spoken(expression: ts.Expression | undefined, note: (node: ts.Node, text: string) => void): void {
  if (expression === undefined) return;
  if (ts.isStringLiteralLike(expression)) note(expression, expression.text);
  else if (ts.isTemplateExpression(expression)) {
    note(expression, [expression.head.text, ...expression.templateSpans.map((span) => span.literal.text)].join(' '));
  } else if (ts.isParenthesizedExpression(expression)) spoken(expression.expression, note);
  else if (ts.isConditionalExpression(expression)) {
    spoken(expression.whenTrue, note);
    spoken(expression.whenFalse, note);
  } else if (ts.isBinaryExpression(expression)) {
    // The left of `&&` decides and is not shown; of `||`, `??` and `+` it may be.
    const kind = expression.operatorToken.kind;
    if (isShowing(kind) && kind !== ts.SyntaxKind.AmpersandAmpersandToken) spoken(expression.left, note);
    if (isShowing(kind)) spoken(expression.right, note);
  }
}

function isShowing(kind: ts.SyntaxKind): boolean {
  const { AmpersandAmpersandToken, BarBarToken, QuestionQuestionToken, PlusToken } = ts.SyntaxKind;
  return [AmpersandAmpersandToken, BarBarToken, QuestionQuestionToken, PlusToken].some((one) => one === kind);
}
