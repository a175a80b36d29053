import type { Alert, AlertDetails } from "../Domain/alert";
import type { FindingsPage, PageCursor } from "../Domain/listing";

/** Runtime alerts of the cluster. All methods reject with `FailureError`, or `AbortError` when cancelled. */
export interface AlertService {
  /**
   * One page of the alerts that name the cluster or its node pools, worst first, then newest first. Defender for Cloud
   * keeps alerts for 90 days. Without a cursor: the first page, which also carries the counts.
   */
  listPage(cursor: PageCursor | undefined, signal?: AbortSignal): Promise<FindingsPage<Alert>>;

  /** Everything about one alert, by its ARM id. A deleted alert is a failure of kind `notFound`. */
  get(id: string, signal?: AbortSignal): Promise<AlertDetails>;
}
