// Run by node at build: starts Pyodide, hands the calculators and their asks to inside.py, writes the zips it gives back.
// Arguments: Pyodide's folder, the calculators' folder, and the folder of the asks (asks.json) and of the standard library
// to start with (lean.zip), where the zips go too.
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [pyodideFolder = "", calculators = "", folder = ""] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(resolve(pyodideFolder, "pyodide.mjs")).href);
// The same hashes in every run make the same bytes in every run.
const pyodide = await loadPyodide({
  indexURL: pyodideFolder,
  stdLibURL: join(folder, "lean.zip"),
  env: { PYTHONHASHSEED: "0" },
});

const mounted = `/ours/${basename(calculators)}`;
pyodide.FS.mkdirTree(mounted);
pyodide.FS.mount(pyodide.FS.filesystems.NODEFS, { root: resolve(calculators) }, mounted);
pyodide.runPython(readFileSync(new URL("inside.py", import.meta.url), "utf8"));
const zips = pyodide.globals.get("zips")(readFileSync(join(folder, "asks.json"), "utf8"), mounted);
for (const [index, name] of ["library.zip", "calculators.zip"].entries()) {
  writeFileSync(join(folder, name), zips.get(index).toJs());
}
