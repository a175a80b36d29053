import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Duplex } from "node:stream";
import { generate } from "selfsigned";
import type { SignedIn } from "./signedIn";
import { startTenantFront } from "./tenantFront";

/** The way to Azure from a program of its own, which knows nothing of tests. */
interface AzureTunnel {
  /** Environment of the program: the stand-in `az` on its PATH, and a proxy that leads ARM's public name to the emulator. */
  readonly env: NodeJS.ProcessEnv;
  close(): Promise<void>;
}

const arm = "management.azure.com";

/** Opens it. Everything but ARM is refused. */
export async function startAzureTunnel({ azure, az }: SignedIn): Promise<AzureTunnel> {
  const { private: key, cert } = await generate([{ name: "commonName", value: arm }], {
    keyType: "ec",
    algorithm: "sha256",
    extensions: [
      { name: "basicConstraints", cA: true },
      { name: "subjectAltName", altNames: [{ type: 2, value: arm }] },
    ],
  });
  const folder = mkdtempSync(path.join(tmpdir(), "tunnel-"));
  const certFile = path.join(folder, "arm.crt");
  writeFileSync(certFile, cert);
  const front = await startTenantFront(
    { key, cert },
    () => ({ url: azure.access.cloud.arm }),
    String(azure.access.tls?.ca),
  );
  const open = new Set<Duplex>();
  const proxy = createServer().on("connect", ({ url }, socket) => {
    if (url !== `${arm}:443`) {
      socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
      return;
    }
    const onward = connect(Number(new URL(front.url).port), "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      onward.pipe(socket).pipe(onward);
    });
    for (const [one, other] of [
      [onward, socket],
      [socket, onward],
    ] as const) {
      open.add(one);
      // Either end may go away at any time, with an error or without, and takes the other one along.
      one.on("error", () => other.destroy());
      one.on("close", () => {
        open.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  return {
    env: {
      PATH: [az.folder, path.dirname(process.execPath), "/usr/bin", "/bin"].join(path.delimiter),
      HOME: folder,
      HTTPS_PROXY: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, // It listens on TCP.
      NODE_EXTRA_CA_CERTS: certFile,
    },
    async close() {
      await new Promise<void>((resolve) => {
        proxy.close(() => resolve());
        open.forEach((socket) => socket.destroy());
      });
      await front.close();
      rmSync(folder, { recursive: true });
    },
  };
}
