let toast: HTMLElement | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Says something for three seconds, to eyes and ears. */
export function say(words: string): void {
  if (!toast) {
    toast = document.createElement("div");
    toast.className = "toast";
    toast.setAttribute("role", "status");
    document.body.append(toast);
  }
  const shown = toast;
  shown.hidden = false;
  shown.textContent = words;
  clearTimeout(timer);
  timer = setTimeout(() => (shown.hidden = true), 3_000);
}
