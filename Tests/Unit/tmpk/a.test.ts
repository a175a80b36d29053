test("x", () => {
  const f = () => { let s = 0; for (let i = 0; i < 3e6; i++) { s += Math.imul(i, 3); } return s; };
  f();
  const t0 = process.cpuUsage(); f(); const c = process.cpuUsage(t0);
  const M = Math; const g = () => { let s = 0; for (let i = 0; i < 3e6; i++) { s += M.imul(i, 3); } return s; };
  g();
  const t1 = process.cpuUsage(); g(); const d = process.cpuUsage(t1);
  process.stderr.write(`global ${c.user / 1000} ms, local ${d.user / 1000} ms for 3e6\n`);
});
