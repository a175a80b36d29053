import { format } from "../../../Client/Core/format";
import type { VulnerableComponent } from "../../../Client/Vulnerabilities/vulnerability";
import { formatNumber, pluralize } from "../../Kit/Controls/formatNumber";
import type { FindingDepth } from "../../Kit/Model/findingDepth";
import { Vulnerabilities } from "./Vulnerabilities.resjson";

/** CVEs and packages of all components: lists come without them. */
export const componentDepth: FindingDepth<VulnerableComponent> = {
  filters: ["fix", "exploit", "cve", "package"],
  async load({ vulnerabilities }, signal) {
    const { components, unreadable } = await vulnerabilities.contents(signal);
    return { items: components, unreadable };
  },
  join: (listed, { contents }) => (contents ? { ...listed, contents } : listed),
  textsOf: ({ contents, place }) => [
    ...(place?.image.digest === undefined ? [] : [place.image.digest]),
    ...(contents ? [...contents.ids, ...contents.packages] : []),
  ],
  wordOf: searchedWord,
  isPartial: ({ contents }) => contents === undefined || contents.isPartial,
  words: {
    searching: (text) => format(Vulnerabilities.searching, text),
    reading: Vulnerabilities.readingContents,
    found: (count, text) =>
      count === 1
        ? format(Vulnerabilities.foundOne, text)
        : format(Vulnerabilities.foundMany, formatNumber(count), text),
    none: (text, scanned) =>
      scanned === undefined
        ? format(Vulnerabilities.foundNone, text)
        : format(Vulnerabilities.foundNoneOf, text, formatNumber(scanned)),
    unreadable: (count) => pluralize(count, Vulnerabilities.partialOne, Vulnerabilities.partialMany),
    failed: Vulnerabilities.contentsFailed,
  },
};

/** An image as it is pulled, `registry/repository:tag@sha256:…`, is searched by its digest. Separators after a list entry are dropped. */
function searchedWord(word: string): string {
  return word.replace(/^.*@(?=sha(?:256|512):)/i, "").replace(/(?<=.)[,;]+$/, "");
}
