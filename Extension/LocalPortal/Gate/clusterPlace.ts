export interface ClusterPlace {
  readonly clusterId: string;
  readonly subscriptionId: string;
}
