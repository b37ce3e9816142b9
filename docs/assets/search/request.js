// A search as it stands in an address or a form: the query, what narrows it, and the order.

/** The facets by which a reader narrows a search, and what they are called. */
export const FACETS = { year: "Year", publication: "Publication", kind: "Kind", person: "Person" };

/** What a query string or a form asks for. */
export const toRequest = (entries) => {
  const values = new URLSearchParams(entries);
  const filters = Object.fromEntries(Object.keys(FACETS).map((name) => [name, values.getAll(name).filter(Boolean)]));
  return { q: values.get("q") ?? "", sort: values.get("sort") === "date" ? "date" : "relevance", filters };
};

/** The query string that asks for the same again. */
export const toParameters = ({ q, sort, filters }) => {
  const values = new URLSearchParams(q ? { q } : {});
  for (const [name, chosen] of Object.entries(filters)) for (const value of chosen) values.append(name, value);
  if (sort === "date") values.set("sort", sort);
  return values.toString();
};
