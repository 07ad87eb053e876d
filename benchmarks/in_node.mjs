// Amounts in, one line of JSON a round; out, for each line, the times of the same sliding fee in Pyodide and in publicodes.
// Run by recompute.py. Both stay warm between rounds, and take turns.
import { createInterface } from "node:readline";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import Engine from "publicodes";
import { loadPyodide } from "pyodide";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const python = await startPython();
const engine = startEngine();

for await (const line of createInterface({ input: process.stdin })) {
  const { amounts, repeats } = JSON.parse(line);
  console.log(
    JSON.stringify({
      pyodide: inPyodide("one_round", amounts, repeats.pyodide),
      publicodes: timed(amounts, repeats.publicodes),
      answers: { "in Pyodide": inPyodide("answers", amounts).rule, publicodes: amounts.map(worked) },
    }),
  );
}

async function startPython() {
  const pyodide = await loadPyodide();
  for (const folder of ["benchmarks", "calculators"]) {
    pyodide.FS.mkdirTree(`/ours/${folder}`);
    pyodide.FS.mount(pyodide.FS.filesystems.NODEFS, { root: join(root, folder) }, `/ours/${folder}`);
  }
  pyodide.runPython("import json, sys; sys.dont_write_bytecode = True; sys.path.insert(0, '/ours')");
  pyodide.runPython("from benchmarks import sliding_fee");
  return pyodide;
}

function inPyodide(name, ...given) {
  python.globals.set("given", JSON.stringify(given));
  return JSON.parse(python.runPython(`json.dumps(sliding_fee.${name}(*json.loads(given)))`));
}

// No units, which makes it faster; the fee of all billings less that of the earlier ones is how its bands say "on top of".
function startEngine() {
  const tranches = [{ taux: "20%", plafond: 500 }, { taux: "10%", plafond: 10000 }, { taux: "5%" }];
  const engine = new Engine({
    amount: {},
    "billed before": {},
    "fee before": { barème: { assiette: "billed before", tranches } },
    "fee in all": { barème: { assiette: "billed before + amount", tranches } },
    fee: { valeur: "fee in all - fee before", arrondi: "2 décimales" },
    net: { valeur: "amount - fee" },
  });
  return engine.setSituation({ amount: 0, "billed before": 400 });
}

function evaluate(amount) {
  engine.setSituation({ amount }, { keepPreviousSituation: true });
  return [engine.evaluate("fee").nodeValue, engine.evaluate("net").nodeValue];
}

function worked(amount) {
  return evaluate(Number(amount)).map((dollars) => dollars.toFixed(2)).join(" ");
}

function timed(amounts, repeats) {
  const read = amounts.map(Number);
  const start = performance.now();
  for (let n = 0; n < repeats; n++) for (const amount of read) evaluate(amount);
  return ((performance.now() - start) / repeats / read.length) * 1000;
}
