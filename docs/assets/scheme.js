// The reader's choice of colours, kept in the browser. Runs before the page is painted.
(() => {
  const root = document.documentElement;
  root.classList.replace("no-js", "js");
  const key = "scheme";
  const apply = (scheme) => {
    root.style.colorScheme = scheme === "system" ? "" : scheme;
  };
  let chosen = "system";
  try {
    chosen = localStorage.getItem(key) ?? chosen;
  } catch {
    // Storage is forbidden here: the choice lasts as long as the page.
  }
  apply(chosen);
  addEventListener("DOMContentLoaded", () => {
    const select = document.getElementById("scheme");
    select.value = chosen;
    select.addEventListener("change", () => {
      apply(select.value);
      try {
        localStorage.setItem(key, select.value);
      } catch {
        // As above.
      }
    });
  });
})();
