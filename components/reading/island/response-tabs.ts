const PHONE = "(max-width: 40rem)";

/**
 * On a phone, responses that are compared become tabs. It happens while they are still below the
 * screen, so that nothing moves under the reader.
 */
export function tabResponses(): void {
  if (!matchMedia(PHONE).matches) return;
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting, boundingClientRect } of entries) {
        if (!isIntersecting || boundingClientRect.top < innerHeight) continue;
        observer.unobserve(target);
        makeTabs(target as HTMLElement);
      }
    },
    { rootMargin: "0px 0px 150% 0px" },
  );
  for (const group of document.querySelectorAll(".responses")) observer.observe(group);
}

let number = 0;

function makeTabs(group: HTMLElement): void {
  const panels = [...group.querySelectorAll<HTMLElement>(":scope > .response")];
  if (panels.length < 2) return;
  const list = document.createElement("div");
  list.className = "tabs";
  list.setAttribute("role", "tablist");
  list.ariaLabel = "Responses";
  const tabs = panels.map((panel) => {
    panel.id ||= `response-${++number}`;
    panel.setAttribute("role", "tabpanel");
    const tab = document.createElement("button");
    tab.type = "button";
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", panel.id);
    tab.textContent = panel.querySelector(".verdict > b")?.textContent ?? "Response";
    tab.className = panel.className.replace("response ", "");
    list.append(tab);
    return tab;
  });
  const choose = (chosen: number, focus = false) => {
    tabs.forEach((tab, index) => {
      tab.ariaSelected = String(index === chosen);
      tab.tabIndex = index === chosen ? 0 : -1;
      panels[index]!.hidden = index !== chosen;
    });
    if (focus) tabs[chosen]!.focus();
  };
  list.addEventListener("click", ({ target }) => {
    const index = tabs.indexOf(target as HTMLButtonElement);
    if (index >= 0) choose(index);
  });
  list.addEventListener("keydown", ({ key }) => {
    const by = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
    const now = tabs.findIndex(({ ariaSelected }) => ariaSelected === "true");
    if (by !== 0) choose((now + by + tabs.length) % tabs.length, true);
  });
  group.prepend(list);
  choose(0);
}
