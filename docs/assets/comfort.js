// The reader's choice of colours, text size and line length, kept in the browser. Runs before the page is painted.
(() => {
  const root = document.documentElement;
  root.classList.replace("no-js", "js");
  const stored = (action) => {
    try {
      return action(localStorage);
    } catch {
      // Storage is forbidden here: the choice lasts as long as the page.
      return null;
    }
  };
  const names = ["colours", "size", "measure"];
  for (const name of names) root.dataset[name] = stored((storage) => storage.getItem(name)) ?? "";
  addEventListener("DOMContentLoaded", () => {
    for (const name of names) {
      const select = document.querySelector(`#comfort select[name="${name}"]`);
      select.value = root.dataset[name];
      select.addEventListener("change", () => {
        root.dataset[name] = select.value;
        stored((storage) => storage.setItem(name, select.value));
      });
    }
  });
})();
