import { absent, postureFromWire } from "../../../Client/DefenderPlan/postureFromWire";
import { freePosture, standardPosture } from "../../Support/RealRows/foundationalCspm";

test.each([
  ["the tier Free", freePosture, "foundational"],
  ["the tier Standard", standardPosture, "defender"],
  ["no such pricing", absent, "none"],
  ["an unknown tier", { properties: { pricingTier: "Basic" } }, undefined],
  ["an answer without a tier", { properties: {} }, undefined],
  ["no object", null, undefined],
])("%s", (_, body, posture) => {
  expect(postureFromWire(body)).toBe(posture);
});
