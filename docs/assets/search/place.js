// Where a reader was among the results, for the way back: what was asked for, how much was shown and open, how far
// down. Browsers that keep the whole page need it not; others build it anew.

const list = () => [...document.querySelectorAll("#search-results details")];

/** Keeps the place for the address as it is now. */
export const keepPlace = (request, shown) => {
  const open = list().flatMap((details, index) => (details.open ? [index] : []));
  sessionStorage.setItem(location.href, JSON.stringify({ request, shown, open, top: scrollY }));
};

/** The place that was kept for the address; nothing was if the reader comes to it anew. */
export const findPlace = () => JSON.parse(sessionStorage.getItem(location.href));

/** Whether the reader came to the page by Back, Forward or Reload. */
export const isReturn = () => ["back_forward", "reload"].includes(performance.getEntriesByType("navigation")[0]?.type);

/** Puts the reader where they were; the same results are there. */
export const returnTo = ({ open, top }) => {
  const all = list();
  for (const index of open) all[index]?.setAttribute("open", "");
  scrollTo({ top, behavior: "instant" });
};
