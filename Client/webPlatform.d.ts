/**
 * What the client may use of the platform beside the language: a part of the Web APIs that browsers and Node share. The
 * client is compiled without the types of the DOM and of Node, so that anything else is an error there; who uses it sees the
 * types of its own platform under these names. Members are added here as they are needed.
 * @see https://min-common-api.proposal.wintertc.org
 */

interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  addEventListener(
    type: "abort",
    listener: (event: unknown) => void,
    options?: { readonly once?: boolean },
  ): void;
  removeEventListener(type: "abort", listener: (event: unknown) => void): void;
  throwIfAborted(): void;
}

interface Blob {
  readonly size: number;
  readonly type: string;
}

interface URL {
  readonly hash: string;
  readonly host: string;
  readonly hostname: string;
  readonly href: string;
  readonly origin: string;
  readonly password: string;
  readonly pathname: string;
  readonly port: string;
  readonly protocol: string;
  readonly search: string;
  readonly searchParams: Iterable<readonly [name: string, value: string]>;
  readonly username: string;
}

declare const URL: {
  new (url: string, base?: string): URL;
  canParse(url: string, base?: string): boolean;
};

declare const crypto: { randomUUID(): string };

/** An opaque handle: a number in browsers, an object in Node. */
type Timer = { readonly timer: unique symbol };

declare function setTimeout(callback: () => void, milliseconds: number): Timer;
declare function clearTimeout(timer: Timer | undefined): void;

/** The Base64 of a text of characters up to U+00FF; throws on any other character. */
declare function btoa(latin1: string): string;
/** Throws for what is not base64. */
declare function atob(base64: string): string;
