import path from "node:path";
import { missingPaths, shapes } from "../../Conformance/publishedShapes";
import { worldOf } from "./worlds";

/** Microsoft's and other published rows are beside the checkout, or not. */
const shared = path.resolve(__dirname, "../../../../shared/data");
const world = worldOf(1);

test.each(shapes)("the world has every path of $name", (shape) => {
  expect(missingPaths(shape, world, shared)).toEqual([]);
});
