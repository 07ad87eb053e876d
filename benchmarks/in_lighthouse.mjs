// Categories, Chromium's options and pages' addresses in; out, for each page, a line of JSON: Lighthouse's report of it.
// Run by lighthouse.py. One Chromium serves all pages; Lighthouse clears what it kept before each.
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [categories, options, ...addresses] = process.argv.slice(2);
const chromium = await launch({ chromeFlags: JSON.parse(options) });
try {
  for (const address of addresses) {
    const { lhr } = await lighthouse(address, { port: chromium.port, onlyCategories: JSON.parse(categories), logLevel: "error" });
    console.log(JSON.stringify(lhr));
  }
} finally {
  chromium.kill();
}
