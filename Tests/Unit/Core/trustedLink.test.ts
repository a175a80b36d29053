import { portalLink, trustedLink } from "../../../Client/Core/trustedLink";
import { hostileLinks } from "../../Support/hostileLinks";

test.each<[unknown, string | undefined]>([
  ["portal.azure.com/#blade/x", "https://portal.azure.com/#blade/x"],
  ["https://portal.azure.com/#blade/x", "https://portal.azure.com/#blade/x"],
  ["HTTPS://Portal.Azure.com/#blade/x", "https://portal.azure.com/#blade/x"],
  ["ms.portal.azure.com/#x", "https://ms.portal.azure.com/#x"],
  ["portal.azure.us/", "https://portal.azure.us/"],
  ["security.microsoft.com/alerts/1", "https://security.microsoft.com/alerts/1"],
  ["http://portal.azure.com/", undefined],
  ["evil.example/", undefined],
  ["portal.azure.com.evil.example/", undefined],
  ["evil.example/portal.azure.com", undefined],
  ["portal.azure.com@evil.example/", undefined],
  ["user@portal.azure.com/", undefined],
  ["evil.example#portal.azure.com", undefined],
  ["evil.example\\.microsoft.com", undefined],
  ["notmicrosoft.com/", undefined],
  ["vm.westeurope.cloudapp.azure.com/", undefined],
  ["//evil.example/", undefined],
  ["/\\evil.example/", undefined],
  ["javascript:alert(1)//portal.azure.com", undefined],
  ["data:text/html,portal.azure.com", undefined],
  ["portal.azure.com:80:80/", undefined],
  ["  ", undefined],
  ["", undefined],
  [null, undefined],
  [undefined, undefined],
  [7, undefined],
  [["portal.azure.com/"], undefined],
])("the portal link %j is offered as %j", (link, expected) => {
  expect(portalLink(link)).toBe(expected);
});

test("only a portal link may come without its scheme", () => {
  expect(trustedLink("portal.azure.com/#x")).toBeUndefined();
});

test.each(hostileLinks)("%s is not offered", (link) => {
  expect(trustedLink(link)).toBeUndefined();
  expect(portalLink(link.replace(/^https:\/\//, ""))).toBeUndefined();
});

test.each([
  "https://learn.microsoft.com/azure/defender-for-cloud/",
  "https://learn.microsoft.com/search?terms=url",
  "https://learn.microsoft.com/en-us/entra/identity/users/licensing",
  "https://learn.microsoft.com/en-us/azure/aks/plan-answers",
  "https://portal.azure.com:443/#home",
  "https://portal.azure.com/#@contoso.onmicrosoft.com/resource/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/g",
  "https://portal.azure.com/#view/Microsoft_Azure_Security/RecommendationsBlade/assessmentKey/k",
  "https://portal.azure.com/#blade/Microsoft_Azure_Security/RecommendationsBlade/assessedResourceId/%2fsubscriptions%2f1",
  "https://portal.azure.com/#blade/Microsoft_Azure_Security_AzureDefenderForData/AlertBlade/alertId/1/location/w",
])("%s is offered", (link) => {
  expect(trustedLink(link)).toBe(new URL(link).href);
});
