import type { ComplianceDetails, ComplianceIssue } from "./compliance";
import type { FindingsPage, PageCursor } from "../Core/listing";

/** Regulatory compliance of the cluster. All methods reject with `FailureError`, or `AbortError` when canceled. */
export interface ComplianceService {
  /**
   * One page of what the cluster, or something in it, fails of the standards assigned to the subscription, worst first.
   * Without a cursor: the first page, whose `counts` hold the rows per `standard`, those that passed included, and per
   * `failingStandard`.
   */
  listPage(cursor: PageCursor | undefined, signal?: AbortSignal): Promise<FindingsPage<ComplianceIssue>>;

  /** What to do about an issue, and what else that would satisfy. */
  get(issue: ComplianceIssue, signal?: AbortSignal): Promise<ComplianceDetails>;
}
