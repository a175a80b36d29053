import { readApiVersion } from "../../Server/apiVersion";
import { apiVersions } from "../../Server/apiVersions";
import { ArmError } from "../../Server/arm";
import type { ArmContext, Operation } from "../../Server/operation";
import { asKnownIn } from "../../Server/versionedBody";
import { jsonOf } from "../../World/jsonParts";
import type { Json } from "../../World/world";
import { pageOf } from "../paging";

const pageSize = 100;
const type = "Microsoft.Security/assessmentMetadata";

/** What recommendations say, whatever they found: of the tenant, and the same of a subscription. Every caller may read them. */
export const assessmentMetadataOperations: readonly Operation[] = [
  "",
  "/subscriptions/{subscriptionId}",
].flatMap((scope): readonly Operation[] => {
  const path = `${scope}/providers/${type}`;
  const read = { method: "GET", apiVersions: apiVersions.assessmentMetadata } as const;
  return [
    {
      ...read,
      path,
      handle: (context) => ({ status: 200, body: pageOf(metadataOf(context), context.request, pageSize) }),
    },
    {
      ...read,
      path: `${path}/{metadataName}`,
      handle(context) {
        const { metadataName = "" } = context.place;
        const found = metadataOf(context).find(({ name }) => name === metadataName.toLowerCase());
        if (!found) {
          throw new ArmError(404, "ResourceNotFound", `There is no assessment metadata '${metadataName}'.`);
        }
        return { status: 200, body: found };
      },
    },
  ];
});

/** One for each recommendation of the world. */
function metadataOf({ world, request }: ArmContext): readonly Json[] {
  const version = readApiVersion(request);
  const byKey = new Map(world.assessments.map(({ name, properties }) => [name, jsonOf(properties.metadata)]));
  return [...byKey].map(([name, metadata]) => {
    // Resource Graph's own, which ARM doesn't have.
    const { recommendationCategory: _, ...properties } = metadata;
    const body = { id: `/providers/${type}/${name}`, name, type, properties };
    return asKnownIn(version, body, { "properties.tactics": "2021-06-01" });
  });
}
