import type { AffectedComponents } from "./affectedComponent";
import type { FindingsPage, PageCursor } from "../Core/listing";
import type { Misconfiguration, MisconfigurationDetails } from "./misconfiguration";

/** Misconfigurations of the cluster. All methods reject with `FailureError`, or `AbortError` when canceled. */
export interface MisconfigurationService {
  /**
   * One page of the unhealthy recommendations about the cluster and what runs in it, worst first. Vulnerabilities are not
   * among them. Without a cursor: the first page, which also carries the counts.
   */
  listPage(cursor: PageCursor | undefined, signal?: AbortSignal): Promise<FindingsPage<Misconfiguration>>;

  /** Everything about one of them, by the ARM id of its assessment. */
  get(id: string, signal?: AbortSignal): Promise<MisconfigurationDetails>;

  /**
   * Components that don't comply with a built-in policy, by the GUID of its definition; at most 1,000 records are read. As
   * the Azure Policy add-on last reported it: policies about the cluster itself have no components.
   */
  affectedComponents(policyId: string, signal?: AbortSignal): Promise<AffectedComponents>;
}
