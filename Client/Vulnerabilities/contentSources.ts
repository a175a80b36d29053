import { kqlLiteral, kqlLiterals } from "../Core/kqlLiteral";
import { groupedVulnerabilityKeys } from "../Core/recommendation";
import { cveProperties } from "./cvesFromWire";
import { exploitNames, idNames } from "./vulnerabilityFromWire";

/** Of one row: more than Resource Graph makes of it in an `mv-expand`. */
const mostCves = 2000;

/**
 * KQL that makes a row per CVE of the failing rows in front of it, which have `facts` (their `additionalData`), `type` and `key`,
 * with the columns `package`, `claimed` (how many CVEs the row says that it has, 0 where it does not say), `names` (every text that may be its identifier, a line each), `fix` (a `FixReport`), `exploit` (an
 * `ExploitReport`) and `isTold` (false of the parent of a group, whose CVEs are its sub-assessments'). It takes the names from where
 * {@link file://./cvesFromWire.ts} and {@link file://./vulnerabilityFromWire.ts} read them.
 */
export function expandCves(subAssessments: string): string {
  const isSub = `type =~ ${kqlLiteral(subAssessments)}`;
  return `| extend software = ${structure("facts", "softwareDetails")}
| extend package = ${text(["facts", "softwareName"], ["facts", "packageName"], ["software", "packageName"], ["software", "softwareName"])}
| extend package = replace_regex(package, '(?i)_for_linux$', '')
| extend packageVersion = ${text(["facts", "fixedVersion"], ["software", "fixedVersion"])}
| extend packageStatus = ${text(["facts", "fixStatus"], ["software", "fixStatus"])}
| extend claimed = coalesce(toint(${text(["facts", "cvesCount"])}), 0)
| extend nodesVersion = ${text(["facts", "fixedNodePoolVersion"], ["facts", "fixedClusterVersion"])}
| extend ${cveProperties.map((name, index) => `part${index} = ${structure("facts", name)}`).join(", ")}
| extend listed = array_concat(${cveProperties.map((_, index) => listOf(`part${index}`)).join(", ")})
| extend around = iff(${isSub}, strcat(tostring(properties.displayName), '\\n', tostring(properties.id)), '')
| extend isTold = ${isSub} or array_length(listed) > 0 or not(key in~ (${kqlLiterals(groupedVulnerabilityKeys)}))
| mv-expand element = iff(array_length(listed) > 0, listed, dynamic([{}])) limit ${mostCves}
| extend cve = parse_json(tostring(element))
| extend names = strcat(${names().join(", '\\n', ")}, '\\n', around)
| extend ownVersion = ${text(["cve", "fixedVersion"])}, ownStatus = ${text(["cve", "fixStatus"])}
| extend isSilent = ${["fixedVersion", "fixStatus"]
    .flatMap((name) => spellings("cve", name))
    .map((path) => `isnull(${path})`)
    .join(" and ")}
| extend version = case(isnotempty(ownVersion), ownVersion, isSilent, packageVersion, '')
| extend version = iff(isempty(version) and isempty(package), nodesVersion, version)
| extend fixStatus = iff(isSilent, packageStatus, ownStatus)
| extend fix = case(not(version in ('', '[]')), 'named', fixStatus =~ 'FixAvailable', 'claimed', fixStatus in~ ('NoFix', 'NoFixAvailable', 'WillNotFix'), 'none', 'unknown')
| extend exploitability = parse_json(${text(["cve", "exploitabilityDetails"], ["cve", "exploitabilityAssessment"])})
| extend said = tolower(strcat(${flags().join(", ")}))
| extend exploit = case(said contains 'true', 'known', said contains 'false', 'none', 'unknown')`;
}

/** A property in either spelling as text, the first of the places that has it. */
function text(...places: readonly (readonly [record: string, name: string])[]): string {
  return `coalesce(${places
    .flatMap(([record, name]) => spellings(record, name))
    .map(asText)
    .join(", ")}, '')`;
}

/** A property that is a structure, or the JSON text of one. */
function structure(record: string, name: string): string {
  return `parse_json(${text([record, name])})`;
}

function spellings(record: string, name: string): readonly string[] {
  const upper = name.charAt(0).toUpperCase() + name.slice(1);
  // In brackets: some of the names, `title` for one, are words of the language.
  return [...new Set([upper, name])].map((spelled) => `${record}[${kqlLiteral(spelled)}]`);
}

const asText = (path: string) => `tostring(${path})`;

/** A list as it is; anything else that is there as a list of one. */
function listOf(column: string): string {
  return `case(gettype(${column}) == 'array', ${column}, isempty(tostring(${column})), dynamic([]), pack_array(${column}))`;
}

function names(): readonly string[] {
  const named = [...idNames, "additionalIdentifiers"].flatMap((name) => spellings("cve", name)).map(asText);
  return [...named, "iff(gettype(cve) == 'string', tostring(cve), '')"];
}

function flags(): readonly string[] {
  return exploitNames
    .flatMap(([, spelled]) => spelled)
    .flatMap((name) => [...spellings("exploitability", name), ...spellings("cve", name)])
    .map(asText);
}
