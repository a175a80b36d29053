import { alertPlaceOf } from "../../../Client/Alerts/alertPlace";
import { FailureError, failureOf } from "../../../Client/Core/failure";

const ofGroup =
  "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/shop/providers/Microsoft.Security/locations/westeurope/alerts/2518_a";
const ofSubscription =
  "/subscriptions/11111111-1111-4111-8111-111111111111/providers/Microsoft.Security/locations/centralus/alerts/2518_a";

test.each([
  [
    ofGroup,
    {
      subscriptionId: "11111111-1111-4111-8111-111111111111",
      resourceGroup: "shop",
      location: "westeurope",
      name: "2518_a",
    },
  ],
  [
    ofSubscription,
    {
      subscriptionId: "11111111-1111-4111-8111-111111111111",
      resourceGroup: undefined,
      location: "centralus",
      name: "2518_a",
    },
  ],
  [
    ofGroup.toUpperCase(),
    {
      subscriptionId: "11111111-1111-4111-8111-111111111111",
      resourceGroup: "SHOP",
      location: "WESTEUROPE",
      name: "2518_A",
    },
  ],
  [
    ofGroup.replace("shop", "(its)_group-1.é名"),
    {
      subscriptionId: "11111111-1111-4111-8111-111111111111",
      resourceGroup: "(its)_group-1.é名",
      location: "westeurope",
      name: "2518_a",
    },
  ],
])("%s", (id, place) => {
  expect(alertPlaceOf(id)).toEqual(place);
});

function failureOfPlace(id: string) {
  try {
    alertPlaceOf(id);
  } catch (error) {
    return error instanceof FailureError ? failureOf(error) : error;
  }
  return undefined;
}

test.each([
  "",
  "2518_a",
  "/",
  ofGroup.slice(1),
  `${ofGroup}/`,
  `${ofGroup}/dismiss`,
  ` ${ofGroup}`,
  `${ofGroup}\n/x`,
  `https://management.azure.com${ofGroup}`,
  `${ofGroup}${ofGroup}`,
  ofGroup.replace("/alerts/", "/assessments/"),
  ofGroup.replace("Microsoft.Security", "Microsoft.Insights"),
  ofGroup.replace("/locations/westeurope", ""),
  ofGroup.replace("/resourceGroups/shop", "/resourceGroups/"),
  ofGroup.replace("westeurope", ""),
  ofGroup.replace("2518_a", ""),
  ofSubscription.replace("/subscriptions/11111111-1111-4111-8111-111111111111", ""),
  "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/g/providers/Microsoft.ContainerService/managedClusters/prod",
])("%j is not the id of an alert, and the failure says so", (id) => {
  expect(failureOfPlace(id)).toEqual({
    kind: "invalid",
    message: `${id.replace("\n", "\\u{000A}")} isn't the ID of an alert.`,
  });
});
