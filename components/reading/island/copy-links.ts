import { textDirective } from "../text-directive";
import { say } from "./toast";

/**
 * A click on the sign of a clause or an example goes there and copies its address: that of this very
 * release, so that the words behind the link never change.
 */
export function copyLinks(): void {
  addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const link = target?.closest<HTMLAnchorElement>(".permalink");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    const owner = link.closest("[id]");
    if (owner) location.hash = encodeURIComponent(owner.id);
    void copyLink(owner?.id ?? "").then((copied) => {
      if (!copied) return;
      link.dataset.copied = "";
      setTimeout(() => delete link.dataset.copied, 2_000);
    });
  });
}

/**
 * Copies the permanent address of a place in this release.
 *
 * @param passage Words to be shown there, as a text fragment (the browser finds and marks them).
 */
export function copyLink(id: string, passage = ""): Promise<boolean> {
  const { permanent = location.pathname } = document.documentElement.dataset;
  const words = passage ? textDirective(passage) : "";
  return copyAddress(permanent + (id || words ? `#${encodeURIComponent(id)}${words}` : ""));
}

/** Copies an address of this site. @param path From the slash at its start. */
export async function copyAddress(path: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(location.origin + path);
    say("Link copied");
    return true;
  } catch {
    say("The browser did not let us copy. The link is in the address bar.");
    return false;
  }
}
