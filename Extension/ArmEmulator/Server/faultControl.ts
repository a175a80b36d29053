import type { Authenticate } from "./accessToken";
import { ArmError, type ArmRequest, type ArmResponse } from "./arm";
import { inEnvelope } from "./envelope";
import type { Faults } from "./faults";
import { faultNames, namedFault, readFaultOrders, type FaultOrder } from "./namedFaults";

export const isFaultControl = ({ path }: ArmRequest) => path === "/emulator/faults";

/**
 * What ARM doesn't have: faults that are switched while the emulator runs. `GET` tells those that are on and the names of all, `PUT`
 * with a list of {@link FaultOrder} replaces them, `DELETE` ends them. Takes the same token as every other call.
 */
export function createFaultControl(faults: Faults, authenticate: Authenticate, now: () => Date) {
  let orders: readonly FaultOrder[] = [];
  const switchTo = (next: readonly FaultOrder[]) => {
    orders = next;
    faults.switchTo(next.map(namedFault));
  };
  return (request: ArmRequest): Promise<ArmResponse> =>
    inEnvelope(now(), () => {
      authenticate(request.headers.authorization, now());
      if (request.method === "PUT") {
        switchTo(readFaultOrders(request.body));
      } else if (request.method === "DELETE") {
        switchTo([]);
      } else if (request.method !== "GET") {
        throw new ArmError(
          405,
          "MethodNotAllowed",
          "Faults are read with GET, set with PUT, ended with DELETE.",
        );
      }
      return Promise.resolve({ status: 200, body: { faults: orders, names: faultNames } });
    });
}
