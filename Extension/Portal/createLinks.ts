import { sanitizeLink } from "@microsoft/azureportal-reactview/Navigation";
import type { Host } from "../../Client/Core/host";

/** Asks the portal once for every external link. A link that it couldn't be asked about gets no address, and is asked about again. */
export function createLinks(): Pick<Host, "sanitizeLink"> {
  const known = new Map<string, string | Promise<string>>();
  const ask = async (href: string) => {
    try {
      const link = await sanitizeLink(href);
      known.set(href, link);
      return link;
    } catch {
      known.delete(href);
      return "";
    }
  };
  return {
    sanitizeLink(href) {
      const answer = known.get(href) ?? ask(href);
      known.set(href, answer);
      return answer;
    },
  };
}
