// @ts-check
/**
 * The element `<check-by date="2027-10-31">`: it holds by when the page's sources are to be checked again, as the build
 * wrote it. A page knows no day of today; here, in the reader's browser, it says so where that day has passed.
 */

class CheckBy extends HTMLElement {
  connectedCallback() {
    const day = this.getAttribute("date") ?? "";
    const now = new Date();
    const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
    const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    if (today <= day || this.hasAttribute("overdue")) return;
    this.setAttribute("overdue", "");
    this.append(" That day has passed, so what it says may be out of date.");
  }
}

if (!customElements.get("check-by")) customElements.define("check-by", CheckBy);
