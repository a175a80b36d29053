import { createInterface } from "node:readline/promises";
import { AzureMode } from "./AzureMode.resjson";
import { clusterLines, clustersWith } from "./clusterLines";
import type { ListedCluster } from "./listClusters";

/** Where a choice is asked for. `isTTY`: a person can be seen typing, and lines can be drawn over. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly rows?: number };
}

/** Lines of a terminal that the list leaves to the question, the heading, and what came before. */
const otherLines = 6;

/**
 * Asks which cluster: in a terminal by arrows and typing, elsewhere by a number from a plain list. `undefined` when none was chosen:
 * Ctrl+C, or the end of the input.
 */
export function chooseCluster(
  clusters: readonly ListedCluster[],
  terminal: Terminal,
): Promise<ListedCluster | undefined> {
  const { input, output } = terminal;
  return input.isTTY && output.isTTY ? byTyping(clusters, terminal) : byNumber(clusters, terminal);
}

async function byTyping(
  clusters: readonly ListedCluster[],
  { input, output }: Terminal,
): Promise<ListedCluster | undefined> {
  const { default: search } = await import("@inquirer/search");
  const { heading, lines } = clusterLines(clusters);
  const lineOf = new Map(clusters.map((cluster, at) => [cluster, lines[at] ?? cluster.name]));
  output.write(`  ${heading}\n`);
  try {
    return await search<ListedCluster>(
      {
        message: AzureMode.pickMessage,
        pageSize: Math.max(3, Math.min(20, (output.rows ?? 24) - otherLines)),
        source: (term) =>
          clustersWith(term, clusters).map((value) => ({
            value,
            name: lineOf.get(value) ?? value.name,
            short: value.name,
          })),
      },
      { input, output },
    );
  } catch (error) {
    if (error instanceof Error && error.name === "ExitPromptError") {
      return undefined; // Ctrl+C; the library has given the terminal back.
    }
    throw error;
  }
}

/** Asks until the answer is a number of the list. */
async function byNumber(
  clusters: readonly ListedCluster[],
  { input, output }: Terminal,
): Promise<ListedCluster | undefined> {
  const { heading, lines } = clusterLines(clusters);
  const numbered = lines.map((line, index) => `${String(index + 1).padStart(5)}  ${line}`);
  output.write(`${[`${"".padStart(7)}${heading}`, ...numbered].join("\n")}\n`);
  const answers = createInterface({ input, output });
  answers.setPrompt(AzureMode.pickPrompt);
  answers.prompt();
  for await (const answer of answers) {
    const chosen = /^\s*\d+\s*$/.test(answer) ? clusters[Number(answer) - 1] : undefined;
    if (chosen) {
      answers.close();
      return chosen;
    }
    answers.prompt();
  }
  return undefined;
}
