// @ts-check
/**
 * A line in somebody's page goes in, `<script async src="…/embed.mjs" data-rule="service-fee">`; a frame with that rule's
 * calculator comes out in its place, as high as what it shows. `<smallprint-calculator rule="service-fee">` does the same.
 *
 * It runs as a plain script too, which a browser loads from another host without asking that host's leave.
 */

(() => {
  const scripts = [...document.querySelectorAll("script")].filter(({ src }) => /\/embed\.mjs([?#]|$)/.test(src));
  const guide = new URL(".", scripts[0]?.src ?? location.href);

  /** The frames made here, and no others, are heard: each tells its height, and is believed for at most a long page's. */
  const MOST = 20_000;

  /**
   * @param {string} rule
   * @returns {HTMLIFrameElement}
   */
  function frameOf(rule) {
    const frame = document.createElement("iframe");
    frame.src = new URL(`embed/${encodeURIComponent(rule)}/`, guide).href;
    frame.title = `Calculator: ${rule.replaceAll("-", " ")}`;
    frame.referrerPolicy = "strict-origin";
    frame.style.cssText = "border: 0; display: block; height: 40rem; width: 100%";
    addEventListener("message", ({ data, origin, source }) => {
      if (origin !== guide.origin || source !== frame.contentWindow) return;
      const height = Number(data?.smallprintHeight);
      if (height > 0 && height <= MOST) frame.style.height = `${Math.ceil(height)}px`;
    });
    return frame;
  }

  if (!customElements.get("smallprint-calculator")) {
    customElements.define(
      "smallprint-calculator",
      class extends HTMLElement {
        connectedCallback() {
          this.style.display = "block";
          if (!this.firstElementChild) this.append(frameOf(this.getAttribute("rule") ?? ""));
        }
      },
    );
  }
  for (const script of scripts) {
    const { rule, placed } = script.dataset;
    if (!rule || placed) continue;
    script.dataset.placed = "yes";
    script.after(frameOf(rule));
  }
})();
