// @ts-check
/** The address of the scripts goes in, the release they belong to comes out; whether a page is of the same one. */

/** Such as `release-0123456789ab`; undefined where the scripts are used at their address without a release. */
export const release = /\/(release-[0-9a-f]{12})\//.exec(import.meta.url)?.[1];

/** The guide's own address. */
export const guide = new URL(release ? "../../../" : "../../", import.meta.url).href;

/**
 * Whether the page that stands here now is of another release than the scripts that run: going from page to page without
 * a reload, they may come upon a page that was published meanwhile. Then the page has to be loaded anew, with its own scripts.
 */
export function isMixed() {
  const named = document.querySelector("[data-release]")?.getAttribute("data-release");
  return Boolean(release && named && named !== release);
}
