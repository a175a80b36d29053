import { createServer, request } from "node:https";
import type { AddressInfo } from "node:net";
import type { Certificate } from "../../Extension/LocalPortal/Sideload/certificate";

interface TenantFront {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * One address for the ARM of several tenants, as the real one has: each call goes on to the tenant that its token is of. `ca`: the
 * certificate of what is behind it; absent: the same one.
 */
export async function startTenantFront(
  certificate: Certificate,
  armOf: (tenantId: string) => { readonly url: string },
  ca = certificate.cert,
): Promise<TenantFront> {
  const server = createServer(certificate, (incoming, outgoing) => {
    const { method, headers, url = "" } = incoming;
    const target = `${armOf(tenantIn(headers.authorization)).url}${url}`;
    const onward = request(target, { method, headers, ca, servername: "localhost" }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    // As a connection that breaks: the caller has to cope with that.
    onward.on("error", () => outgoing.destroy());
    outgoing.on("close", () => onward.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`, // It listens on TCP.
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Empty without a readable token. */
function tenantIn(authorization = ""): string {
  try {
    const claims: unknown = JSON.parse(
      Buffer.from(authorization.split(".")[1] ?? "", "base64url").toString(),
    );
    return (claims as { readonly tid?: string } | null)?.tid ?? "";
  } catch {
    return ""; // The emulator says what is wrong with it.
  }
}
