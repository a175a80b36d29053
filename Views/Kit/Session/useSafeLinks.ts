import { useEffect, useMemo, useState } from "react";
import { usePage } from "./dashboardContext";

/** Addresses to show, by the links they stand for. What the portal has not answered yet, or allows no address, isn't in it. */
export type SafeLinks = ReadonlyMap<string, string>;

const none: SafeLinks = new Map();

/** Asks the portal how external links are to be shown. `hrefs` must stay the same array while the links are the same. */
export function useSafeLinks(hrefs: readonly string[]): SafeLinks {
  const { host } = usePage();
  const answers = useMemo(() => hrefs.map((href) => host.sanitizeLink(href)), [host, hrefs]);
  const atOnce = useMemo(() => knownOf(hrefs, answers), [hrefs, answers]);
  const [later, setLater] = useState<{ readonly hrefs: readonly string[]; readonly links: SafeLinks }>();

  useEffect(() => {
    if (answers.every((answer) => typeof answer === "string")) {
      return undefined;
    }
    let isCurrent = true;
    void Promise.all(answers.map((answer) => Promise.resolve(answer))).then((links) => {
      if (isCurrent) {
        setLater({ hrefs, links: knownOf(hrefs, links) });
      }
    });
    return () => {
      isCurrent = false;
    };
  }, [answers, hrefs]);

  return later?.hrefs === hrefs ? later.links : atOnce;
}

/** One link; `undefined`: no address. */
export function useSafeLink(href: string): string | undefined {
  const hrefs = useMemo(() => [href], [href]);
  return useSafeLinks(hrefs).get(href);
}

function knownOf(hrefs: readonly string[], answers: readonly unknown[]): SafeLinks {
  const known = hrefs.flatMap((href, index) => {
    const answer = answers[index];
    return typeof answer === "string" && answer !== "" ? [[href, answer] as const] : [];
  });
  return known.length === 0 ? none : new Map(known);
}
