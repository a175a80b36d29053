import type { HostSend } from "../../Client/Azure/Pipeline/hostHttpClient";
import { admit } from "../../Extension/LocalPortal/Gate/gate";
import { gateTo, readFrom } from "../../Extension/LocalPortal/startLocalPortal";
import type { ArmEmulator } from "../../Extension/ArmEmulator/startArmEmulator";

interface BatchItem {
  readonly httpStatusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly content: unknown;
}

/** A host that sends each call as a batch of one to the emulator, over HTTP. */
export function createEmulatorHost(emulator: ArmEmulator): HostSend {
  return async ({ method, uri, commandName, headers, body }) => {
    const dictionary = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]));
    const item = {
      httpMethod: method,
      name: "1",
      url: uri,
      requestHeaderDetails: { commandName },
      requestHeaderDictionary: dictionary,
      content: body,
    };
    const response = await fetch(`${emulator.url}/batch?api-version=2020-06-01`, {
      method: "POST",
      headers: { authorization: `Bearer ${emulator.token}`, "content-type": "application/json" },
      body: JSON.stringify({ requests: [item] }),
    });
    const { responses } = (await response.json()) as { readonly responses: readonly BatchItem[] };
    const [answer] = responses;
    if (!answer) {
      throw new Error("The batch came back empty.");
    }
    const content = answer.content === null ? undefined : answer.content;
    return { status: answer.httpStatusCode, headers: answer.headers, body: content };
  };
}

/** The same, but it throws for every call that the local portal would not pass on, other than for what was changed meanwhile. */
export function createGatedHost(emulator: ArmEmulator): HostSend {
  const gate = gateTo(emulator);
  const send = createEmulatorHost(emulator);
  return async (request) => {
    const { method, uri, body, headers } = request;
    const dictionary = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]));
    const call = { httpMethod: method, url: uri, content: body, requestHeaderDictionary: dictionary };
    const passage = await admit(gate, call, (target) => readFrom(emulator, target));
    if (!passage.allowed && passage.status === 412) {
      const { code, message } = passage;
      return { status: 412, headers: {}, body: { error: { code, message } } };
    }
    if (!passage.allowed) {
      throw new Error(passage.message);
    }
    return send(request);
  };
}
