/** A parameter of a policy definition, as Azure Policy returns it. Absent default: an assignment must give a value. */
export interface PolicyParameter {
  readonly type: string;
  readonly metadata: { readonly displayName: string; readonly description?: string };
  readonly allowedValues?: readonly unknown[];
  readonly defaultValue?: unknown;
}

export type PolicyParameters = Readonly<Record<string, PolicyParameter>>;

/** One with a name for people, and what else is known of it. */
export function parameter(
  type: string,
  displayName: string,
  more: Omit<PolicyParameter, "type" | "metadata"> & { readonly description?: string } = {},
): PolicyParameter {
  const { description, ...values } = more;
  return {
    type,
    metadata: { displayName, ...(description === undefined ? {} : { description }) },
    ...values,
  };
}

export const list = (displayName: string, defaultValue?: readonly string[]): PolicyParameter =>
  parameter("Array", displayName, defaultValue === undefined ? {} : { defaultValue });

/** Some definitions allow each effect in two letter cases, others in one. */
const effectsInAnyCase = ["audit", "Audit", "deny", "Deny", "disabled", "Disabled"];
const effects = ["Audit", "Deny", "Disabled"];

export const effect = (
  defaultValue: string,
  allowedValues: readonly string[] = effects,
): PolicyParameters => ({
  effect: parameter("String", "Effect", { allowedValues, defaultValue }),
});

export const effectInAnyCase = (defaultValue: "Audit" | "Deny"): PolicyParameters =>
  effect(defaultValue, effectsInAnyCase);

/** What all definitions about containers have but one, which lacks these. */
export const sourceAndWarn: PolicyParameters = {
  source: parameter("String", "Source", {
    allowedValues: ["All", "Generated", "Original"],
    defaultValue: "Original",
  }),
  warn: parameter("Boolean", "Warn", { defaultValue: false }),
};

/** What all definitions about containers have. */
export const selection = (namespaces: readonly string[] = []): PolicyParameters => ({
  excludedNamespaces: list("Namespace exclusions", [
    "kube-system",
    "gatekeeper-system",
    "azure-arc",
    "azure-extensions-usage-system",
  ]),
  namespaces: list("Namespace inclusions", namespaces),
  labelSelector: parameter("object", "Kubernetes label selector", { defaultValue: {} }),
});

export const excludedContainers: PolicyParameters = {
  excludedContainers: list("Containers exclusions", []),
};

export const excludedImages: PolicyParameters = { excludedImages: list("Image exclusions", []) };

const ranges = (displayName: string) => parameter("Object", displayName, { defaultValue: { ranges: [] } });
const rule = (displayName: string) =>
  parameter("String", displayName, {
    allowedValues: ["MustRunAs", "MayRunAs", "RunAsAny"],
    defaultValue: "RunAsAny",
  });

/** Of the definition about users and groups. */
export const usersAndGroups: PolicyParameters = {
  runAsUserRule: parameter("String", "Run as user rule", {
    allowedValues: ["MustRunAs", "MustRunAsNonRoot", "RunAsAny"],
    defaultValue: "MustRunAsNonRoot",
  }),
  runAsUserRanges: ranges("Allowed user ID ranges"),
  runAsGroupRule: rule("Run as group rule"),
  runAsGroupRanges: ranges("Allowed group ID ranges"),
  supplementalGroupsRule: rule("Supplemental group rule"),
  supplementalGroupsRanges: ranges("Allowed supplemental group ID ranges"),
  fsGroupRule: rule("File system group rule"),
  fsGroupRanges: ranges("Allowed file system group ID ranges"),
};
