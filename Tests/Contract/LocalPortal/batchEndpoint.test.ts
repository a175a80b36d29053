import { startLocalPortal } from "../../../Extension/LocalPortal/startLocalPortal";
import { openPage } from "../../Support/portalPage";

test("the batch endpoint answers its own page only", async () => {
  const portal = await startLocalPortal({ port: 0, scenario: "busy" });
  try {
    const { origin } = new URL(portal.url);
    const post = async (headers: Readonly<Record<string, string>>) => {
      const body = JSON.stringify({ requests: [] });
      const { status } = await fetch(`${origin}/api/batch`, { method: "POST", headers, body });
      return status;
    };
    const secret = (await openPage(portal.url)).setting("secret") ?? "";
    expect(secret).not.toBe("");
    const json = { "content-type": "application/json", "x-portal-secret": secret };
    expect(await post({ ...json, origin })).toBe(200);
    expect(await post({ ...json, origin, "x-portal-secret": secret.slice(1) })).toBe(403);
    expect(await post({ "content-type": "application/json", origin })).toBe(403);
    expect(await post({ ...json, origin: "https://evil.example" })).toBe(403);
    expect(await post(json)).toBe(403);
    expect(await post({ ...json, origin, "content-type": "text/plain" })).toBe(403);
  } finally {
    await portal.close();
  }
});
