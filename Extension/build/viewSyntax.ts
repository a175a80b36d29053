import ts from "typescript";

/**
 * What a view's file says of the view, read as the portal's toolchain is known to read it: from the syntax of that file alone. It
 * doesn't follow imports, so it understands plain forms only (facts: portal-sdk.md §2.1, §10.7). How much more it would take isn't
 * public, so everything else is a problem here.
 */
export interface ViewSyntax {
  /** Names of the wrappers around the default export, the outermost first. */
  readonly wrappers: readonly string[];
  /** Texts of the wrappers' further arguments, by wrapper. */
  readonly wrapperArguments: Readonly<Record<string, readonly string[]>>;
  /** By name; empty where they cannot be read. */
  readonly parameters: Parameters;
  /** What the toolchain is not known to understand. */
  readonly problems: readonly string[];
}

export type Parameters = Readonly<Record<string, { readonly type: string; readonly required: boolean }>>;

const sdkModule = "@microsoft/azureportal-reactview/ReactView";
const sdkWrappers: readonly string[] = ["withForExport", "withContextPaneWidth", "withProvisioning"];
const form = "const View: React.FC<Props> = (...) => ...";

/** Reads the file of a view. */
export function viewSyntax(file: string, text: string): ViewSyntax {
  const source = parse(file, text, ts.ScriptKind.TSX);
  const exported = source.statements.find(
    (statement): statement is ts.ExportAssignment =>
      ts.isExportAssignment(statement) && !statement.isExportEquals,
  );
  if (!exported) {
    const problem = source.statements.some((statement) =>
      hasModifier(statement, ts.SyntaxKind.DefaultKeyword),
    )
      ? `the default export must name a constant: ${form}`
      : "has no default export of the form: export default View";
    return { wrappers: [], wrapperArguments: {}, parameters: {}, problems: [problem] };
  }
  return unwrapped(exported.expression, source);
}

function unwrapped(expression: ts.Expression, source: ts.SourceFile): ViewSyntax {
  if (ts.isCallExpression(expression)) {
    return wrapped(expression, source);
  }
  if (!ts.isIdentifier(expression)) {
    const problem = `the default export must name a constant: ${form}`;
    return { wrappers: [], wrapperArguments: {}, parameters: {}, problems: [problem] };
  }
  const { parameters, problems } = componentOf(expression.text, source);
  return { wrappers: [], wrapperArguments: {}, parameters, problems };
}

function wrapped({ expression, arguments: given }: ts.CallExpression, source: ts.SourceFile): ViewSyntax {
  const wrapper = expression.getText(source);
  const [inner, ...more] = given;
  const within = inner ? unwrapped(inner, source) : unwrapped(ts.factory.createNull(), source);
  const isKnown = sdkWrappers.includes(wrapper) && isImported(wrapper, sdkModule, source);
  return {
    wrappers: [wrapper, ...within.wrappers],
    wrapperArguments: { ...within.wrapperArguments, [wrapper]: more.map((one) => one.getText(source)) },
    parameters: within.parameters,
    problems: [
      ...(isKnown ? [] : [`${wrapper} is no wrapper of ${sdkModule}`]),
      ...more
        .filter((one) => !isLiteral(one))
        .map((one) => `${wrapper} takes literals only, not ${one.getText(source)}`),
      ...within.problems,
    ],
  };
}

/** A text, a number, or a member of an enum by its name. */
function isLiteral(argument: ts.Expression): boolean {
  return (
    ts.isStringLiteral(argument) ||
    ts.isNumericLiteral(argument) ||
    (ts.isPropertyAccessExpression(argument) && ts.isIdentifier(argument.expression))
  );
}

function isImported(name: string, module: string, { statements }: ts.SourceFile): boolean {
  return statements.filter(ts.isImportDeclaration).some(({ moduleSpecifier, importClause }) => {
    const named = importClause?.namedBindings;
    return (
      ts.isStringLiteral(moduleSpecifier) &&
      moduleSpecifier.text === module &&
      named !== undefined &&
      ts.isNamedImports(named) &&
      named.elements.some((element) => element.name.text === name && element.propertyName === undefined)
    );
  });
}

/** What the component of this name is given. */
function componentOf(
  name: string,
  source: ts.SourceFile,
): { readonly parameters: Parameters; readonly problems: readonly string[] } {
  const declaration = source.statements
    .filter(ts.isVariableStatement)
    .filter(({ declarationList }) => (declarationList.flags & ts.NodeFlags.Const) !== 0)
    .flatMap(({ declarationList }) => [...declarationList.declarations])
    .find((one) => ts.isIdentifier(one.name) && one.name.text === name);
  const props = componentProps(declaration?.type, source);
  if (!props || !isFunction(declaration?.initializer)) {
    return { parameters: {}, problems: [`${name} must be declared as ${form}`] };
  }
  return propsOf(props, source);
}

/** The props in `React.FC<Props>`; `undefined` for any other type. */
function componentProps(type: ts.TypeNode | undefined, source: ts.SourceFile): ts.TypeNode | undefined {
  const isComponent =
    type !== undefined && ts.isTypeReferenceNode(type) && type.typeName.getText(source) === "React.FC";
  return isComponent ? type.typeArguments?.[0] : undefined;
}

function isFunction(value: ts.Expression | undefined): boolean {
  return value !== undefined && (ts.isArrowFunction(value) || ts.isFunctionExpression(value));
}

function propsOf(props: ts.TypeNode, source: ts.SourceFile): ReturnType<typeof componentOf> {
  const declared = membersOf(props, source);
  const given = declared?.find((member) => member.name?.getText(source) === "parameters");
  const type = given && ts.isPropertySignature(given) ? given.type : undefined;
  const members = type && membersOf(type, source);
  if (!members) {
    return {
      parameters: {},
      problems: [
        `the props must be an interface of this file, and its parameters an inline type or another one`,
      ],
    };
  }
  const others = (declared ?? []).filter(
    (member) => !["parameters", "closeView"].includes(member.name?.getText(source) ?? ""),
  );
  return {
    parameters: parametersOf(members, source),
    problems: [
      ...others.map((member) => `the portal gives a view no ${member.name?.getText(source) ?? "such part"}`),
      ...members.filter((member) => !isPlain(member)).map((member) => plainProblem(member, source)),
      ...(declared ?? []).flatMap((member) => returnProblems(member, source)),
    ],
  };
}

const closeForm =
  "closeView must be a function of what the view returns, as (data: { name: string }) => void";

/** What a view returns to its opener is what its `closeView` takes (`ReturnsData`; facts: portal-sdk.md §1.3): plain, like parameters. */
function returnProblems(member: ts.TypeElement, source: ts.SourceFile): readonly string[] {
  if (member.name?.getText(source) !== "closeView") {
    return [];
  }
  const type = ts.isPropertySignature(member) ? member.type : undefined;
  return type && ts.isFunctionTypeNode(type) && takesPlainData(type, source) ? [] : [closeForm];
}

/** Nothing, or one object with plain members. */
function takesPlainData({ parameters }: ts.FunctionTypeNode, source: ts.SourceFile): boolean {
  return parameters.length <= 1 && parameters.every(({ type }) => isPlainData(type, source));
}

function isPlainData(type: ts.TypeNode | undefined, source: ts.SourceFile): boolean {
  return (type && membersOf(type, source)?.every(isPlain)) ?? false;
}

function plainProblem(member: ts.TypeElement, source: ts.SourceFile): string {
  const name = member.name?.getText(source) ?? member.getText(source);
  return `the parameter ${name} must be a string, a number, or a boolean, without enums, unions, generics, or utility types`;
}

/** `name: string`, or with a question mark. */
function isPlain(member: ts.TypeElement): boolean {
  return (
    ts.isPropertySignature(member) &&
    ts.isIdentifier(member.name) &&
    member.type !== undefined &&
    [ts.SyntaxKind.StringKeyword, ts.SyntaxKind.NumberKeyword, ts.SyntaxKind.BooleanKeyword].includes(
      member.type.kind,
    )
  );
}

function parametersOf(members: readonly ts.TypeElement[], source: ts.SourceFile): Parameters {
  return Object.fromEntries(
    members
      .filter(ts.isPropertySignature)
      .map((member) => [
        member.name.getText(source),
        { type: member.type?.getText(source) ?? "any", required: member.questionToken === undefined },
      ]),
  );
}

/** Members of an inline type, or of a plain interface of the same file: one that neither extends another nor is generic. */
function membersOf(type: ts.TypeNode, source: ts.SourceFile): readonly ts.TypeElement[] | undefined {
  if (ts.isTypeLiteralNode(type)) {
    return type.members;
  }
  if (!ts.isTypeReferenceNode(type) || type.typeArguments) {
    return undefined;
  }
  const name = type.typeName.getText(source);
  const [found, ...more] = source.statements
    .filter(ts.isInterfaceDeclaration)
    .filter((statement) => statement.name.text === name);
  const isPlainOne = found && more.length === 0 && !found.heritageClauses && !found.typeParameters;
  return isPlainOne ? found.members : undefined;
}

/**
 * The parameters of the function of this name that a file exports, as `{ parameters: … }` in its first argument; `undefined` when
 * there is none that can be read.
 */
export function exportedParameters(file: string, text: string, name: string): Parameters | undefined {
  const source = parse(file, text, ts.ScriptKind.TS);
  const found = source.statements.find(
    (statement): statement is ts.FunctionDeclaration =>
      ts.isFunctionDeclaration(statement) && statement.name?.text === name,
  );
  const props = found && hasModifier(found, ts.SyntaxKind.ExportKeyword) && found.parameters[0]?.type;
  const given = props
    ? membersOf(props, source)?.find((member) => member.name?.getText(source) === "parameters")
    : undefined;
  const type = given && ts.isPropertySignature(given) ? given.type : undefined;
  const members = type && membersOf(type, source);
  return members && parametersOf(members, source);
}

function parse(file: string, text: string, kind: ts.ScriptKind): ts.SourceFile {
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
}

function hasModifier(statement: ts.Statement, kind: ts.SyntaxKind): boolean {
  return (
    ts.canHaveModifiers(statement) &&
    (statement.modifiers?.some((modifier) => modifier.kind === kind) ?? false)
  );
}
