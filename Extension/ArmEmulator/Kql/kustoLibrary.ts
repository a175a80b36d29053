import { createRequire } from "node:module";

/**
 * The part of @kusto/language-service-next 12.4.1 that is used here. The library is C# compiled to JavaScript and puts itself
 * into the global object; nothing outside of this folder knows of it.
 */
export interface KustoLibrary {
  readonly Symbols: {
    readonly TableSymbol: {
      readonly $ctor7: new (name: string, schema: string, description: null) => KustoSymbol;
    };
    readonly DatabaseSymbol: {
      readonly $ctor1: new (name: string, members: readonly KustoSymbol[]) => KustoSymbol;
    };
  };
  readonly GlobalState: { readonly Default: { WithDatabase(database: KustoSymbol): KustoGlobals } };
  readonly KustoCode: { ParseAndAnalyze(text: string, globals: KustoGlobals): KustoCode };
  readonly Syntax: { readonly SyntaxKind: Readonly<Record<string, unknown>> };
}

export interface KustoSymbol {
  readonly Name: string;
  readonly Columns?: KustoList<{ readonly Name: string; readonly Type: { readonly Name: string } }>;
}

export type KustoGlobals = object;

interface KustoList<T> {
  readonly Count: number;
  getItem(index: number): T;
}

export interface KustoNode {
  readonly Kind: number;
  readonly Text?: string;
  readonly TextStart: number;
  readonly Width: number;
  readonly ChildCount: number;
  readonly ResultType?: KustoSymbol | null;
  readonly LiteralValue?: unknown;
  GetChild(index: number): KustoNode | null;
  ToString(): string;
}

export interface KustoDiagnostic {
  readonly Code: string;
  readonly Start: number;
  readonly Length: number;
  readonly Message: string;
  readonly Severity: string;
}

interface KustoCode {
  readonly Syntax: KustoNode;
  GetDiagnostics(): KustoList<KustoDiagnostic>;
}

/** Loads the library, which takes some 0.3 s, unless it is there already. Its first query takes another 1.3 s. */
export function loadKusto(): KustoLibrary {
  const scope = globalThis as { readonly Kusto?: { readonly Language: KustoLibrary } };
  if (!scope.Kusto) {
    const load = createRequire(__filename);
    load("@kusto/language-service-next/bridge.min.js");
    load("@kusto/language-service-next/Kusto.Language.Bridge.min.js");
  }
  if (!scope.Kusto) {
    throw new Error("@kusto/language-service-next did not define the global object Kusto.");
  }
  return scope.Kusto.Language;
}
