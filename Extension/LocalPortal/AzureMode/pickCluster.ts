import { apiVersion } from "../../../Client/Core/apiVersionTable";
import { createInterface } from "node:readline/promises";
import type { Readable, Writable } from "node:stream";
import { format } from "../../../Client/Core/format";
import { countOf, recordOf, textOf } from "../../../Client/Core/json";
import { terminalLine } from "../../CommandLine/terminalText";
import { saidBy } from "./armTransport";
import { createAccount, signedIn, type AzureAccess } from "./azureAccount";
import { AzureMode } from "./AzureMode.resjson";
import { AzureProblem } from "./azureProblem";

/** Where a choice is asked for. */
export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
}

interface ListedCluster {
  readonly id: string;
  readonly line: string;
}

/** Resource Graph's largest page. */
const mostListed = 1_000;

const query = `resources
| where type =~ 'microsoft.containerservice/managedclusters'
| project id, name, resourceGroup, subscriptionId, location
| order by name asc, id asc`;

/** Lists the AKS clusters that can be seen and returns the id of the chosen one. Rejects with {@link AzureProblem}. */
export async function pickCluster(access: AzureAccess, terminal: Terminal): Promise<string> {
  const account = createAccount(access, access.tenantId);
  const { tenantId = "" } = await signedIn(account, access.now?.() ?? new Date());
  const answer = await account.send({
    method: "POST",
    target: `/providers/Microsoft.ResourceGraph/resources?api-version=${apiVersion("resourceGraph")}`,
    content: { query, options: { resultFormat: "objectArray", $top: mostListed } },
  });
  if (answer.status !== 200) {
    throw new AzureProblem("unexpected", format(AzureMode.unexpected, answer.status, saidBy(answer)));
  }
  const { data, totalRecords } = recordOf(answer.content);
  const clusters = Array.isArray(data) ? data.flatMap(listed) : [];
  if (clusters.length === 0) {
    throw new AzureProblem("noCluster", format(AzureMode.noClusters, tenantId));
  }
  const lines = clusters.map(({ line }, index) => `${String(index + 1).padStart(4)}  ${line}`);
  const total = countOf(totalRecords);
  terminal.output.write(`${[format(AzureMode.pickHeader, tenantId), ...lines].join("\n")}\n`);
  if (total > clusters.length) {
    terminal.output.write(`${format(AzureMode.pickMore, total, clusters.length)}\n`);
  }
  return (await choose(clusters, terminal)).id;
}

function listed(row: unknown): readonly ListedCluster[] {
  const { id, name, resourceGroup, subscriptionId, location } = recordOf(row);
  const parts = [name, resourceGroup, location, subscriptionId].map((part) => textOf(part) ?? "");
  return textOf(id) === undefined ? [] : [{ id: String(id), line: terminalLine(parts.join("  ")) }];
}

/** Asks until the answer is a number of the list. The end of the input is no choice. */
async function choose(
  clusters: readonly ListedCluster[],
  { input, output }: Terminal,
): Promise<ListedCluster> {
  const lines = createInterface({ input, output });
  lines.setPrompt(AzureMode.pickPrompt);
  lines.prompt();
  for await (const line of lines) {
    const chosen = /^\s*\d+\s*$/.test(line) ? clusters[Number(line) - 1] : undefined;
    if (chosen) {
      lines.close();
      return chosen;
    }
    lines.prompt();
  }
  throw new AzureProblem("noCluster", AzureMode.notChosen);
}
