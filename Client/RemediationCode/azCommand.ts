import { isAzValue, shellWord } from "../Core/shellWord";
import type { ClusterScope } from "../Core/clusterScope";
import { codeSnippet, type CodeSnippet, type SnippetKey } from "./codeSnippet";

/** An option of a command: with a value, or `true` for a switch. */
type AzOption = readonly [name: string, value: string | true];

/**
 * A command of the Azure CLI, one option a line. Values stand behind `=`, so that one that begins with a dash is no option.
 * `undefined` when a value is none that the CLI takes as it is.
 */
export function azCommand(words: string, ...options: readonly AzOption[]): string | undefined {
  if (!options.every(([, value]) => value === true || isAzValue(value))) {
    return undefined;
  }
  const written = options.map(([name, value]) =>
    value === true ? `--${name}` : `--${name}=${shellWord(value)}`,
  );
  return `${[words, ...written].join(" \\\n  ")}\n`;
}

/** Comments and commands as one script; `undefined` when a command is missing: half a remediation is none. */
export function azSnippet(
  key: SnippetKey,
  comments: string,
  ...commands: readonly (string | undefined)[]
): CodeSnippet | undefined {
  return commands.includes(undefined) ? undefined : codeSnippet(key, comments + commands.join(""));
}

/** The options that name the cluster. The commands of node pools call its name `cluster-name`. */
export function clusterOptions(
  { subscriptionId, resourceGroup, name }: ClusterScope,
  nameOption: "cluster-name" | "name" = "name",
): readonly AzOption[] {
  return [
    ["subscription", subscriptionId],
    ["resource-group", resourceGroup],
    [nameOption, name],
  ];
}
