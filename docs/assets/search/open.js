// Loaded with every page: opens the search when it is asked for, and loads the rest of it only then.

const form = document.querySelector("#search .search-form");

const open = async () => {
  if (form) form.elements.q.select();
  else (await import("./dialog.js")).open();
};

const isTyping = (target) => target.closest?.("input, textarea, select, [contenteditable]");

addEventListener("keydown", (event) => {
  const command = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k";
  const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
  if (command || slash) {
    event.preventDefault();
    open();
  }
});
document.getElementById("search-open").addEventListener("click", open);

if (form) (await import("./page.js")).start(form);

const land = async () => {
  const looked = sessionStorage.getItem("found");
  const paragraph = document.getElementById(location.hash.slice(1))?.closest("#text p");
  if (!looked || !paragraph) return;
  sessionStorage.removeItem("found");
  (await import("./landing.js")).land(paragraph, looked);
};
addEventListener("hashchange", land);
await land();
