type Place = Readonly<Record<string, string>>;

/** The scope of a path that names a subscription or one of its resource groups: where the right to what it lists is needed. */
export function groupScope({ subscriptionId = "", resourceGroup }: Place): string {
  const subscription = `/subscriptions/${subscriptionId}`;
  return resourceGroup === undefined ? subscription : `${subscription}/resourceGroups/${resourceGroup}`;
}

/** The scope of a path that begins with whatever scope. */
export const anyScope = ({ scope = "" }: Place): string => `/${scope}`;
