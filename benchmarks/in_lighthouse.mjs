// Categories, Chromium's options and pages' addresses in; out, for each page, a line of JSON: Lighthouse's report of it.
// Run by lighthouse.py. One Chromium serves all pages; Lighthouse clears what it kept before each.
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [categories, options, ...addresses] = process.argv.slice(2);
const onlyCategories = JSON.parse(categories);
// Where nothing is timed, nothing is gained by waiting a second for each kind of quiet, or by a picture of the whole page.
const patience = onlyCategories.includes("performance")
  ? {}
  : { pauseAfterFcpMs: 250, pauseAfterLoadMs: 250, networkQuietThresholdMs: 250, cpuQuietThresholdMs: 250, disableFullPageScreenshot: true };
const chromium = await launch({ chromeFlags: JSON.parse(options) });
try {
  for (const address of addresses) {
    const { lhr } = await lighthouse(address, { port: chromium.port, onlyCategories, logLevel: "error", ...patience });
    console.log(JSON.stringify(lhr));
  }
} finally {
  chromium.kill();
}
