import type { Alert, AlertDetails, AlertStatus } from "./alert";
import type { RelatedAlert } from "./relatedAlerts";
import type { FindingsPage, PageCursor } from "../Core/listing";

export interface RelatedAlerts {
  readonly alerts: readonly RelatedAlert[];
  readonly unreadable: number;
}

interface ChangeStatusOptions {
  /** The status that the engineer saw; absent: none, so that any is replaced. */
  readonly seen?: AlertStatus | undefined;
  readonly signal?: AbortSignal;
}

/** Runtime alerts of the cluster. All methods reject with `FailureError`, or `AbortError` when canceled. */
export interface AlertService {
  /**
   * One page of the alerts that name the cluster or its node pools, worst first, then newest first. Defender for Cloud
   * keeps alerts for 90 days. Without a cursor: the first page, which also carries the counts.
   */
  listPage(cursor: PageCursor | undefined, signal?: AbortSignal): Promise<FindingsPage<Alert>>;

  /** Everything about one alert, by its ARM id. A deleted alert is a failure of kind `notFound`. */
  get(id: string, signal?: AbortSignal): Promise<AlertDetails>;

  /**
   * The alerts of this cluster that began within a day before or after this one and share a workload or an entity with it, by
   * time; `unreadable`: how many more there are that could not be read.
   */
  related(alert: AlertDetails, signal?: AbortSignal): Promise<RelatedAlerts>;

  /**
   * Sets the status of one alert. There is no operation for many, and none takes a reason. Lists and details read afterwards
   * show the new status, even while Resource Graph still has the old one. Rejects with a `conflict` and sends nothing where ARM has
   * another status than was seen, unless that was reported before.
   */
  changeStatus(id: string, status: AlertStatus, options?: ChangeStatusOptions): Promise<void>;
}
