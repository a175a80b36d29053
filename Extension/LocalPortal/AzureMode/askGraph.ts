import { apiVersion } from "../../../Client/Core/apiVersionTable";
import { format } from "../../../Client/Core/format";
import { recordOf, textOf } from "../../../Client/Core/json";
import { saidBy } from "./armTransport";
import type { AzureAccount } from "./azureAccount";
import { AzureMode } from "./AzureMode.resjson";
import { AzureProblem } from "./azureProblem";

/** Resource Graph's largest page. */
const rowsPerPage = 1_000;

/**
 * All rows of a query over everything that the account can see in its tenant, page by page. The query needs a column `id`: without one
 * there are no pages. Rejects with {@link AzureProblem}, and with `AbortError` when the signal says so.
 */
export async function askGraph(
  { read }: Pick<AzureAccount, "read">,
  query: string,
  signal?: AbortSignal,
): Promise<readonly unknown[]> {
  const rows: unknown[] = [];
  const followed = new Set<string>();
  let skipToken: string | undefined;
  do {
    const answer = await read({
      method: "POST",
      target: `/providers/Microsoft.ResourceGraph/resources?api-version=${apiVersion("resourceGraph")}`,
      content: {
        query,
        options: {
          resultFormat: "objectArray",
          $top: rowsPerPage,
          ...(skipToken === undefined ? {} : { $skipToken: skipToken }),
        },
      },
      signal,
    });
    const { data, $skipToken: next } = recordOf(answer.content);
    if (answer.status !== 200 || !Array.isArray(data)) {
      throw new AzureProblem("unexpected", format(AzureMode.unexpected, answer.status, saidBy(answer)));
    }
    rows.push(...(data as readonly unknown[]));
    skipToken = textOf(next);
    if (skipToken !== undefined && followed.size === followed.add(skipToken).size) {
      throw new AzureProblem("unexpected", AzureMode.samePage);
    }
  } while (skipToken !== undefined);
  return rows;
}
