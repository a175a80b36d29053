import { plainLines } from "../../../Client/Domain/plainText";
import { trustedLink } from "../../../Client/Domain/trustedLink";
import { labelOf } from "../../../Client/Domain/words";

test.each<[string, string[]]>([
  ["Escalate the alert.", ["Escalate the alert."]],
  ["One<br>two<BR/>three", ["One", "two", "three"]],
  ["<p>One</p><p>Two</p>", ["One", "Two"]],
  ["<ul><li>One</li><li>Two</li></ul>", ["One", "Two"]],
  ["One\r\n\r\n  Two  ", ["One", "Two"]],
  ["See <a href='https://example.com/x'>the <b>guide</b></a>.", ["See the guide (https://example.com/x)."]],
  ["See [the guide](https://example.com/x).", ["See the guide (https://example.com/x)."]],
  ["**Isolate** the __pod__", ["Isolate the pod"]],
  ["Run kubectl delete pod <pod-name> -n <namespace>", ["Run kubectl delete pod <pod-name> -n <namespace>"]],
  ["a &lt; b &amp;&amp; c &gt; d &#39;e&#39;", ["a < b && c > d 'e'"]],
  ["&amp;lt;script&amp;gt;", ["&lt;script&gt;"]],
  ["", []],
])("%j becomes %j", (markup, lines) => {
  expect(plainLines(markup)).toEqual(lines);
});

test.each([
  ["https://portal.azure.com/#blade/x", true],
  ["https://learn.microsoft.com/azure", true],
  ["http://portal.azure.com/", false],
  ["https://portal.azure.com.evil.example/", false],
  ["https://evil.example/#portal.azure.com", false],
  ["https://someone.cloudapp.azure.com/", false],
  ["https://portal.azure.com@evil.example/", false],
  ["https://evil@portal.azure.com/", false],
  ["javascript:alert(1)", false],
  ["", false],
  [undefined, false],
])("%p may be offered as a link: %p", (href, trusted) => {
  expect(trustedLink(href) !== undefined).toBe(trusted);
});

test.each([
  ["parentProcess", "Parent process"],
  ["Suspicious Command Line", "Suspicious Command Line"],
  ["EffectiveAzureResourceId", "Effective azure resource id"],
  ["aadUserId", "Aad user id"],
  ["IPAddress", "IP address"],
  ["host_name", "Host name"],
])("the label of %p is %p", (name, label) => {
  expect(labelOf(name)).toBe(label);
});

/** Alerts carry text that an attacker can influence. Each of these would take a backtracking expression minutes. */
test.each(["<a href='", "<a ", "<a href=''>", "<b ", "[x", "**a", "__a **b ", "&amp", "<br"])(
  "a text of nothing but %s is read at once",
  (part) => {
    expect(plainLines(part.repeat(20_000)).length).toBeLessThanOrEqual(1);
  },
);
