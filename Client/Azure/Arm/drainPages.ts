import { FailureError } from "../../Core/failure";
import { format } from "../../Core/format";
import { Messages } from "../Pipeline/Messages.resjson";
import { asService } from "../Pipeline/failureFrom";
import { named } from "./required";

const mostPages = 100;

/**
 * Reads an SDK list to its end. The SDK pagers follow a link that points to itself for ever; this stops at the first link
 * seen before. Rejects with {@link FailureError}: a list that could not be finished is never passed off as complete.
 */
export async function drainPages<T>(
  pages: AsyncIterable<T[] & { continuationToken?: string; requestId?: string }>,
): Promise<readonly T[]> {
  return asService(async () => {
    const items: T[] = [];
    const links = new Set<string>();
    let count = 0;
    for await (const page of pages) {
      page.forEach((item) => items.push(item));
      count += 1;
      const link = page.continuationToken;
      if (link !== undefined && links.has(link)) {
        const message = Messages.repeatedLink;
        throw new FailureError({ kind: "unexpected", message, ...named(page.requestId) });
      }
      if (count >= mostPages && link !== undefined) {
        throw new FailureError({ kind: "unexpected", message: format(Messages.tooManyPages, mostPages) });
      }
      if (link !== undefined) {
        links.add(link);
      }
    }
    return items;
  });
}
