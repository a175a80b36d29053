import { readApiVersion } from "../../Server/apiVersion";
import { apiVersions } from "../../Server/apiVersions";
import { ArmError, type ArmResponse } from "../../Server/arm";
import type { ArmContext, Operation } from "../../Server/operation";
import { asKnownIn, type Arrivals } from "../../Server/versionedBody";
import { isJson, jsonOf } from "../../World/jsonParts";
import { asEvaluated } from "../../World/Security/Assessments/currentAssessments";
import type { Json } from "../../World/world";
import { pageOf } from "../paging";
import { anyScope } from "../scopes";

const provider = "/{scope}/providers/Microsoft.Security";
const pageSize = 100;

/** A kind of finding: how it is listed, and how one is got. */
interface Finding {
  /** Path of the list; one finding has a name behind it. */
  readonly path: string;
  readonly versions: readonly string[];
  /** Resource type, without the provider. */
  readonly type: string;
  readonly arrivals?: Arrivals;
  /** Paths of lists that take in what lies below their scope. */
  readonly summary?: string;
}

const standards = `${provider}/regulatoryComplianceStandards`;
const controls = `${standards}/{standardName}/regulatoryComplianceControls`;
const assessments = `${provider}/assessments`;

const compliance = (path: string, type: string): Finding => ({
  path,
  type,
  versions: apiVersions.regulatoryCompliance,
});

const findings: readonly Finding[] = [
  {
    path: assessments,
    type: "assessments",
    versions: apiVersions.assessments,
    // That resources of the cluster and standings come with the newest one is a guess; the others have no place for them.
    arrivals: {
      "properties.status.firstEvaluationDate": "2021-06-01",
      "properties.status.statusChangeDate": "2021-06-01",
      "properties.risk": "2025-05-04",
      "properties.resourceAdditionalData": "2025-05-04",
      "properties.statusPerInitiative": "2025-05-04",
    },
    summary: assessments,
  },
  {
    path: `${assessments}/{assessmentName}/subAssessments`,
    type: "assessments/subAssessments",
    versions: apiVersions.subAssessments,
    summary: `${provider}/subAssessments`,
  },
  compliance(standards, "regulatoryComplianceStandards"),
  compliance(controls, "regulatoryComplianceStandards/regulatoryComplianceControls"),
  compliance(
    `${controls}/{controlName}/regulatoryComplianceAssessments`,
    "regulatoryComplianceStandards/regulatoryComplianceControls/regulatoryComplianceAssessments",
  ),
];

/** What Defender for Cloud found, as ARM answers it by itself; the page reads the same from Resource Graph. Read only. */
export const findingOperations: readonly Operation[] = findings.flatMap((finding) => {
  const { path, summary = path, versions, type } = finding;
  const read = {
    method: "GET",
    apiVersions: versions,
    action: `Microsoft.Security/${type}/read`,
    scope: anyScope,
  } as const;
  const below = summary === path ? [] : [{ ...read, path: summary, handle: list(finding, true) }];
  return [
    ...below,
    { ...read, path, handle: list(finding, summary === path) },
    { ...read, path: `${path}/{findingName}`, handle: get(finding) },
  ];
});

/** `isBelow`: also what belongs to resources inside of the scope; otherwise the path names the parent. */
function list(finding: Finding, isBelow: boolean): Operation["handle"] {
  return (context) => {
    const { scope = "" } = context.place;
    const start = isBelow ? `/${scope}/` : `${context.request.path}/`;
    const found = rowsOf(finding, context).filter(({ id }) => startsWith(id, start));
    return { status: 200, body: pageOf(found.map(toWire(finding, context)), context.request, pageSize) };
  };
}

function get(finding: Finding): Operation["handle"] {
  return (context): ArmResponse => {
    const path = decodeURI(context.request.path);
    const found = rowsOf(finding, context).find(({ id }) => id.toLowerCase() === path.toLowerCase());
    if (!found) {
      const { findingName = "" } = context.place;
      throw new ArmError(404, "ResourceNotFound", `There is no '${findingName}' at '${path}'.`);
    }
    return { status: 200, body: toWire(finding, context)(found) };
  };
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly properties: Json;
}

function rowsOf({ type }: Finding, { world, now }: ArmContext): readonly Row[] {
  const evaluated = asEvaluated(world, now);
  const wanted = `microsoft.security/${type}`.toLowerCase();
  return type === "assessments"
    ? evaluated.assessments
    : evaluated.securityRows.filter((row) => row.type.toLowerCase() === wanted);
}

const startsWith = (text: string, start: string) => text.toLowerCase().startsWith(start.toLowerCase());

/** ARM's spelling of a row of Resource Graph: what it says of the resource begins in lower case, and metadata has to be asked for. */
function toWire({ type, arrivals = {} }: Finding, { request }: ArmContext): (row: Row) => Json {
  const version = readApiVersion(request);
  const hasMetadata = /\bmetadata\b/i.test(request.query.get("$expand") ?? "");
  return ({ id, name, properties }) => {
    const { metadata, resourceDetails, ...others } = properties;
    const body = {
      id,
      name,
      type: `Microsoft.Security/${type}`,
      properties: {
        ...others,
        ...(resourceDetails === undefined ? {} : { resourceDetails: detailsOf(jsonOf(resourceDetails)) }),
        ...(hasMetadata && isJson(metadata) ? { metadata } : {}),
      },
    };
    return asKnownIn(version, body, arrivals);
  };
}

function detailsOf(details: Json): Json {
  const { Source = details.source, Id = details.id } = details;
  return { source: Source, id: Id };
}
