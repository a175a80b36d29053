import ts from "typescript";

/** What a view's file says of the view, read as the portal's toolchain reads it: from the text, without following imports. */
export interface ViewDeclaration {
  /** Names of the wrappers around the default export, the outermost first. */
  readonly wrappers: readonly string[];
  /** Texts of the wrappers' further arguments, by wrapper. */
  readonly wrapperArguments: Readonly<Record<string, readonly string[]>>;
  /** The type of each parameter, as written. `undefined`: the component or the type of its parameters cannot be read. */
  readonly parameters: Readonly<Record<string, ParameterDeclaration>> | undefined;
}

export interface ParameterDeclaration {
  readonly type: string;
  readonly required: boolean;
}

/** Reads a view's file; `undefined` when it has no default export. */
export function viewDeclaration(file: string, text: string): ViewDeclaration | undefined {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const exported = source.statements.find(
    (statement): statement is ts.ExportAssignment =>
      ts.isExportAssignment(statement) && !statement.isExportEquals,
  );
  const declared = source.statements.find(
    (statement): statement is ts.FunctionDeclaration =>
      ts.isFunctionDeclaration(statement) && hasModifier(statement, ts.SyntaxKind.DefaultKeyword),
  );
  if (declared) {
    return { wrappers: [], wrapperArguments: {}, parameters: parametersOf(declared, source) };
  }
  return exported && unwrap(exported.expression, source);
}

/** The parameters of the function of this name that a file exports; `undefined` when there is none that can be read. */
export function exportedParameters(file: string, text: string, name: string): ViewDeclaration["parameters"] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const found = functionNamed(source, name);
  return found && hasModifier(found, ts.SyntaxKind.ExportKeyword) ? parametersOf(found, source) : undefined;
}

function unwrap(expression: ts.Expression, source: ts.SourceFile): ViewDeclaration {
  if (ts.isCallExpression(expression)) {
    const [inner, ...more] = expression.arguments;
    const wrapper = expression.expression.getText(source);
    const within = inner
      ? unwrap(inner, source)
      : { wrappers: [], wrapperArguments: {}, parameters: undefined };
    return {
      wrappers: [wrapper, ...within.wrappers],
      wrapperArguments: { ...within.wrapperArguments, [wrapper]: more.map((one) => one.getText(source)) },
      parameters: within.parameters,
    };
  }
  const component = ts.isIdentifier(expression) ? functionNamed(source, expression.text) : undefined;
  return {
    wrappers: [],
    wrapperArguments: {},
    parameters: component && parametersOf(component, source),
  };
}

function functionNamed(source: ts.SourceFile, name: string): ts.FunctionDeclaration | undefined {
  return source.statements.find(
    (statement): statement is ts.FunctionDeclaration =>
      ts.isFunctionDeclaration(statement) && statement.name?.text === name,
  );
}

function hasModifier(declaration: ts.FunctionDeclaration, kind: ts.SyntaxKind): boolean {
  return declaration.modifiers?.some((modifier) => modifier.kind === kind) ?? false;
}

/** The members of `parameters` in the first argument's type. */
function parametersOf(
  declaration: ts.FunctionDeclaration,
  source: ts.SourceFile,
): ViewDeclaration["parameters"] {
  const props = membersOf(declaration.parameters[0]?.type, source);
  const parameters = props?.find((member) => member.name.getText(source) === "parameters");
  const members = membersOf(parameters?.type, source);
  return (
    members &&
    Object.fromEntries(
      members.map((member) => [
        member.name.getText(source),
        { type: member.type?.getText(source) ?? "any", required: member.questionToken === undefined },
      ]),
    )
  );
}

/** Members of an inline type or of a plain interface of the same file; nothing else is read at build time. */
function membersOf(
  type: ts.TypeNode | undefined,
  source: ts.SourceFile,
): readonly ts.PropertySignature[] | undefined {
  if (type && ts.isTypeLiteralNode(type)) {
    return type.members.filter(ts.isPropertySignature);
  }
  const name = type && ts.isTypeReferenceNode(type) ? type.typeName.getText(source) : undefined;
  const found = source.statements.find(
    (statement): statement is ts.InterfaceDeclaration =>
      ts.isInterfaceDeclaration(statement) && statement.name.text === name,
  );
  return found?.members.filter(ts.isPropertySignature);
}
