import type { ClusterScope } from "../clusterScope";
import { shellWord } from "../shellWord";

/** An option of a command: with a value, or `true` for a switch. */
export type AzOption = readonly [name: string, value: string | true];

/** A command of the Azure CLI, one option a line. Values stand behind `=`, so that one that begins with a dash is no option. */
export function azCommand(words: string, ...options: readonly AzOption[]): string {
  const written = options.map(([name, value]) =>
    value === true ? `--${name}` : `--${name}=${shellWord(value)}`,
  );
  return `${[words, ...written].join(" \\\n  ")}\n`;
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
