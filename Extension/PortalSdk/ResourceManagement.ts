/** The parts of an ARM resource id [D, T]. */
export interface ArmId {
  readonly subscription: string;
  readonly resourceGroup: string;
  readonly provider: string;
  readonly resourceType: string;
  readonly resourceName: string;
}

export const ArmId = {
  /** Throws when the text is not the id of a resource in a resource group. */
  parse(id: string): ArmId {
    const match =
      /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/([^/]+)\/(.+)\/([^/]+)$/i.exec(id);
    if (!match) {
      throw new Error(`'${id}' is not an ARM resource id.`);
    }
    const [, subscription = "", resourceGroup = "", provider = "", resourceType = "", resourceName = ""] =
      match;
    return { subscription, resourceGroup, provider, resourceType, resourceName };
  },
  stringify: (id: ArmId): string =>
    `/subscriptions/${id.subscription}/resourceGroups/${id.resourceGroup}/providers/${id.provider}/${id.resourceType}/${id.resourceName}`,
};
