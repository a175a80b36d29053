import type { Services } from "../../../Client/services";

/** What pages of a list lack of its findings, read as a whole. */
export interface Depth<T> {
  /** Findings with all that was read, be they listed or not. */
  readonly items: readonly T[];
  /** How many findings could not be read at all. */
  readonly unreadable: number;
}

/**
 * What a tab's list lacks, and its search and some of its filters need: it is read as soon as one of them is used, once for all
 * findings, so that no key that is pressed asks the service.
 */
export interface FindingDepth<T> {
  /** Keys of the filters that need it. */
  readonly filters: readonly string[];
  load(services: Services, signal?: AbortSignal): Promise<Depth<T>>;
  /** A listed finding with what was read of it. */
  join(listed: T, read: T): T;
  /** What the search looks at beside the columns; nothing of a finding that was not read. */
  textsOf(item: T): readonly string[];
  /** A word of the search in the form that texts have. */
  wordOf(word: string): string;
  /** Whether something of a finding could not be read, so that it may match nevertheless. */
  isPartial(item: T): boolean;
  readonly words: DepthLabels;
}

/** What is said of a search. Numbers are formatted, `text` is what was searched for. */
interface DepthLabels {
  searching(text: string): string;
  /** While only filters need it. */
  readonly reading: string;
  found(count: number, text: string): string;
  /** `scanned`: how many were looked at; `undefined`: not known. */
  none(text: string, scanned: number | undefined): string;
  unreadable(count: number): string;
  readonly failed: string;
}
