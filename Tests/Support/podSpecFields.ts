/** Types of the fields that patches may set, from the Kubernetes API reference (v1.30 and newer). */
type FieldType = "boolean" | "integer" | "quantity" | "text" | "texts";

/**
 * `*` stands for the members of a list. `null` in a merge takes any of them away. A map such as annotations or limits has
 * `.` for its keys.
 */
const podSpec: Readonly<Record<string, FieldType>> = {
  automountServiceAccountToken: "boolean",
  hostIPC: "boolean",
  hostNetwork: "boolean",
  hostPID: "boolean",
  "volumes.*.name": "text",
  "volumes.*.hostPath.path": "text",
  "volumes.*.hostPath": "text",
  "volumes.*.emptyDir.medium": "text",
  "containers.*.name": "text",
  "containers.*.image": "text",
  "containers.*.resources.limits.cpu": "quantity",
  "containers.*.resources.limits.memory": "quantity",
  "containers.*.ports.*.containerPort": "integer",
  "containers.*.ports.*.hostPort": "integer",
  "containers.*.securityContext.allowPrivilegeEscalation": "boolean",
  "containers.*.securityContext.appArmorProfile.type": "text",
  "containers.*.securityContext.capabilities.add": "texts",
  "containers.*.securityContext.capabilities.drop": "texts",
  "containers.*.securityContext.privileged": "boolean",
  "containers.*.securityContext.readOnlyRootFilesystem": "boolean",
  "containers.*.securityContext.runAsNonRoot": "boolean",
};

const inside = (prefix: string, fields: Readonly<Record<string, FieldType>>) =>
  Object.fromEntries(Object.entries(fields).map(([field, type]) => [`${prefix}${field}`, type]));

const head: Readonly<Record<string, FieldType>> = {
  apiVersion: "text",
  kind: "text",
  "metadata.name": "text",
  "metadata.namespace": "text",
};

const ofKind: Readonly<Record<string, Readonly<Record<string, FieldType>>>> = {
  Pod: inside("spec.", podSpec),
  CronJob: inside("spec.jobTemplate.spec.template.spec.", podSpec),
  Ingress: {
    "metadata.annotations.kubernetes%io/ingress%allow-http": "text",
    "spec.tls.*.hosts": "texts",
    "spec.tls.*.secretName": "text",
  },
  Service: {
    "spec.ports.*.name": "text",
    "spec.ports.*.port": "integer",
    "spec.ports.*.targetPort": "text",
    "spec.ports.*.$patch": "text",
  },
};

const fits: Readonly<Record<FieldType, (value: unknown) => boolean>> = {
  boolean: (value) => typeof value === "boolean",
  integer: (value) => Number.isInteger(value),
  quantity: (value) => typeof value === "string" && /^\d+(?:m|Ki|Mi|Gi)?$/.test(value),
  text: (value) => typeof value === "string",
  texts: (value) => Array.isArray(value) && value.every((item) => typeof item === "string"),
};

/** What a patch sets that is no field of its kind, or has another type. */
export function wrongFields(patch: unknown): readonly string[] {
  const { kind = "" } = patch as { readonly kind?: string };
  const fields = { ...head, ...(ofKind[kind] ?? inside("spec.template.spec.", podSpec)) };
  return leavesOf(patch).flatMap(([path, value]) => {
    const type = fields[path];
    const isEmptyMap = Object.keys(fields).some((field) => field.startsWith(`${path}.`));
    const isRight = type ? value === null || fits[type](value) : isEmptyMap && isEmpty(value);
    return isRight ? [] : [`${path}: ${JSON.stringify(value)}`];
  });
}

const isEmpty = (value: unknown) =>
  value === null || (typeof value === "object" && Object.keys(value).length === 0);

function leavesOf(value: unknown, path = ""): readonly (readonly [string, unknown])[] {
  if (Array.isArray(value)) {
    const isOfMaps = value.some((item) => typeof item === "object");
    return isOfMaps ? value.flatMap((item) => leavesOf(item, `${path}.*`)) : [[path, value]];
  }
  if (value === null || typeof value !== "object" || isEmpty(value)) {
    return [[path, value]];
  }
  return Object.entries(value).flatMap(([key, item]) => {
    const name = key.replaceAll(".", "%");
    return leavesOf(item, path === "" ? name : `${path}.${name}`);
  });
}
