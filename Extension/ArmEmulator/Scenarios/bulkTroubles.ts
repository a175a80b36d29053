import { alertVerbs } from "../Operations/Security/changeAlertStatus";
import type { ArmResponse } from "../Server/arm";
import { isOpen } from "../World/Security/Alerts/alertStatus";
import type { World, WorldAlert } from "../World/world";
import type { Fault } from "../Server/faults";

/** An alert whose status cannot be changed, and ARM's answer to the attempt. */
interface BulkTrouble {
  readonly alert: WorldAlert;
  readonly status: number;
  answer(verb: string): ArmResponse;
}

/** One open alert of this many is in trouble, until each kind of trouble has been used once. */
const distance = 8;

/**
 * The alerts in trouble, one for each kind of trouble. They name the main cluster and were open when the world was generated;
 * they are the same whatever has been changed since.
 */
export function bulkTroubles(world: World): readonly BulkTrouble[] {
  const open = world.alerts.filter(
    (alert) => isOpen(alert.properties) && isAbout(alert, world.mainClusterId),
  );
  return answersTo("", "").map(({ status }, index) => {
    const alert = open[(index + 1) * distance];
    if (!alert) {
      throw new Error("The main cluster has too few open alerts.");
    }
    return { alert, status, answer: (verb) => answersTo(verb, alert.id)[index] ?? { status } };
  });
}

/** Each trouble lasts: it hits every change of its alert's status, at subscription and resource group. */
export function bulkTroubleFaults(world: World): readonly Fault[] {
  return bulkTroubles(world).flatMap(({ alert, answer }) =>
    alertVerbs.map((verb) => {
      const end = `/alerts/${alert.name}/${verb}`.toLowerCase();
      return {
        matches: ({ method, path }) => method === "POST" && path.toLowerCase().endsWith(end),
        response: answer(verb),
      };
    }),
  );
}

function isAbout({ properties }: WorldAlert, id: string): boolean {
  return JSON.stringify(properties.resourceIdentifiers).toLowerCase().includes(`"${id.toLowerCase()}"`);
}

const refusal = (
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): ArmResponse => ({ status, headers, body: { error: { code, message } } });

/** One of each kind. */
const answersTo = (verb: string, id: string): readonly ArmResponse[] => [
  refusal(
    403,
    "AuthorizationFailed",
    `The client does not have authorization to perform action 'Microsoft.Security/locations/alerts/${verb}/action' over scope '${id}' or the scope is invalid.`,
  ),
  refusal(404, "ResourceNotFound", "The alert was not found."),
  refusal(409, "Conflict", "The alert is being changed by somebody else."),
  refusal(429, "TooManyRequests", "Too many requests. Please wait and try again.", { "retry-after": "120" }),
  refusal(500, "InternalServerError", "The status of the alert could not be changed."),
  refusal(503, "ServiceUnavailable", "The service is busy.", { "retry-after": "1" }),
  // What a gateway on the way says, with the status of a success.
  {
    status: 200,
    headers: { "content-type": "text/html; charset=utf-8" },
    body: "<!DOCTYPE html><html><body><h1>We are doing maintenance</h1></body></html>",
  },
];
