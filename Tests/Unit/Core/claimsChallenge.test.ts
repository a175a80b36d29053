import { challengeOf } from "../../../Client/Core/claimsChallenge";

const encoded = (text: string) => Buffer.from(text).toString("base64");
const wanted = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
const claims = encoded(wanted);
const bearer = (more: string) => `Bearer authorization_uri="https://login.microsoftonline.com/t", ${more}`;
const insufficient = (value: string) => bearer(`error="insufficient_claims", claims="${value}"`);
const asked = { kind: "claims", claims: wanted };

test.each([
  ["as Entra documents it", insufficient(claims)],
  [
    "of a session that was revoked",
    bearer(`error="invalid_token", error_description="User session has been revoked", claims="${claims}"`),
  ],
  ["claims first", `Bearer claims="${claims}", error="insufficient_claims"`],
  ["in other letter cases", `BEARER Error="insufficient_claims",CLAIMS="${claims}"`],
  ["with spaces around =", `Bearer error = "insufficient_claims" ,\tclaims= "${claims}"`],
  ["after another scheme", `Negotiate, ${insufficient(claims)}`],
  ["after a scheme with a token", `Negotiate YWJj==, ${insufficient(claims)}`],
  ["before another scheme", `${insufficient(claims)}, PoP nonce="a, b", error="x"`],
  [
    "between two of its own scheme",
    `Bearer error="invalid_token", ${insufficient(claims)}, Bearer realm="x"`,
  ],
  [
    "after a description with commas, quotes and a scheme in it",
    bearer(
      `error_description="one, two \\"Bearer error=\\" three, claims=\\"x\\"", error="insufficient_claims", claims="${claims}"`,
    ),
  ],
  ["without padding", insufficient(claims.replace(/=+$/, ""))],
  ["without quotes", `Bearer error=insufficient_claims, claims=${claims}`],
  ["where the first claims can't be read", `${insufficient("???")}, ${insufficient(claims)}`],
])("claims are read %s", (_, header) => {
  expect(challengeOf(header)).toEqual(asked);
});

test("base64 for URLs is read too", () => {
  const text = '{"a":"???>>>~~~"}';
  const urlSafe = Buffer.from(text).toString("base64url");
  expect(urlSafe).toMatch(/[-_]/);
  expect(challengeOf(insufficient(urlSafe))).toEqual({ kind: "claims", claims: text });
});

test.each([
  ["no header", undefined],
  ["nothing", ""],
  ["another token is wanted", bearer('error="invalid_token", error_description="expired"')],
  ["another scheme asks", `PoP error="insufficient_claims", claims="${claims}"`],
  ["another error has claims", bearer(`error="interaction", claims="${claims}"`)],
  ["the words are quoted", `Bearer error_description="error=insufficient_claims, claims=${claims}"`],
  ["only commas", ",,, ,"],
  ["a header of a megabyte", insufficient(claims) + ", x".repeat(400_000)],
  ["what is no header", '"insufficient'],
])("nothing is asked for: %s", (_, header) => {
  expect(challengeOf(header)).toEqual({ kind: "none" });
});

test.each([
  ["no claims", bearer('error="insufficient_claims"')],
  ["no text", insufficient("")],
  ["a command", insufficient("$(rm -rf ~)")],
  ["a quote", insufficient(`${claims}\\" ; rm`)],
  ["a line end", insufficient(`${claims}\n`)],
  ["padding inside", insufficient("eyJh=IjoxfQ")],
  ["too much padding", insufficient(`${claims}====`)],
  ["half a character", insufficient("eyJhI")],
  ["no JSON", insufficient(encoded("az login"))],
  ["a list", insufficient(encoded("[1]"))],
  ["null", insufficient(encoded("null"))],
  ["an empty object", insufficient(encoded("{}"))],
  ["letters that btoa doesn't take", insufficient(encoded('{"a":"🐳"}'))],
  ["a control character", insufficient(encoded('{"a":"\u0007"}'))],
  ["10,000 characters", insufficient(encoded(JSON.stringify({ a: "x".repeat(7_500) })))],
  ["two claims", `Bearer error="insufficient_claims", claims="${claims}", claims="${claims}"`],
  ["a text that doesn't end", `Bearer error="insufficient_claims", claims="${claims}`],
  ["a parameter before any scheme", 'error="insufficient_claims", Bearer x="y"'],
])("more is asked for, in a way that can't be answered: %s", (_, header) => {
  expect(challengeOf(header)).toEqual({ kind: "unreadable" });
});

test.each([
  ["escapes", `Bearer a="${"\\".repeat(16_000)}`],
  ["quotes", `Bearer ${'a="b" '.repeat(2_700)}`],
  ["spaces", `Bearer${" ".repeat(16_000)}=`],
  ["letters", "a".repeat(16_000)],
  ["equal signs", `Bearer a=${"=".repeat(16_000)}`],
  ["tokens", "a ".repeat(8_000)],
])("a header of many %s is read in one go", (_, header) => {
  expect(challengeOf(header)).toEqual({ kind: "none" });
});
