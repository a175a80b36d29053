import { runResourceGraph } from "../../Client/Azure/ResourceGraph/runResourceGraph";
import { replaying, scopeAt } from "./exampleHost";
import { bodyOf, itemsOf, mustEqual, textAt, type Replay } from "./replaying";

type Json = Readonly<Record<string, unknown>>;

/** What our client makes of an answer: every row, the exact total, every facet that could be counted, and the next page. */
const answers: Replay = {
  examples: /^Microsoft\.ResourceGraph\/[^/]+\/Resources\w+\.json$/,
  async run(_, response) {
    const body = bodyOf(response);
    const { azure } = replaying(scopeAt("/subscriptions/11111111-1111-4111-8111-111111111111"), [
      { calls: /^POST /, response: { body } },
    ]);
    const query = { commandName: "Conformance/Replay", kql: "resources", subscriptionId: "1" };
    const page = await runResourceGraph(azure.resourceGraph, query);
    const facets = (body.facets as readonly Json[]).filter(({ data }) => data !== undefined); // As the OpenAPI says.
    mustEqual("the rows", [page.rows, page.invalidRows], [body.data, 0]);
    mustEqual("the total", page.total, body.totalRecords);
    const counted = [...new Set(facets.map((facet) => textAt(facet, "expression")))];
    mustEqual("the facets", [...page.counts.keys()], counted);
    mustEqual("the next page", page.next?.skipToken, body.$skipToken);
  },
};

const permissions: Replay = {
  examples: /^Microsoft\.Authorization\/[^/]+\/Get\w*Permissions\.json$/,
  async run(_, response) {
    const value = itemsOf(response);
    const { services } = replaying(scopeAt("/subscriptions/11111111-1111-4111-8111-111111111111"), [
      { calls: /\/permissions$/, response: { body: { value } } },
    ]);
    const read = await services.permissions.at("/subscriptions/11111111-1111-4111-8111-111111111111");
    const wanted = value.map(({ actions, notActions }) => ({ actions, notActions }));
    mustEqual("the permissions", read, wanted);
  },
};

export const replaysOfGraph: readonly Replay[] = [answers, permissions];
