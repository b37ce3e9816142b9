// What is asked for, beside the query: facets, a span of time, the order, the view. All of it stands in the address.

import { toAddress } from "./read.js";
import { say } from "./wording.js";

const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/u;

/** What a query string or a form asks for; `notes` says what of it isn't understood. */
export const toRequest = (entries) => {
  const values = new URLSearchParams(entries);
  const request = { q: "", sort: "", from: "", to: "", show: "", by: "", filters: {}, notes: [] };
  for (const [name, value] of values) {
    if (name === "q") request.q = value;
    else if (!value.trim()) continue;
    else if (name === "from" || name === "to") {
      if (DATE.test(value.trim())) request[name] = value.trim();
      else request.notes.push(say("not_a_date", { value }));
    } else if (Object.hasOwn(request, name) && name !== "filters" && name !== "notes") request[name] = value;
    else (request.filters[name] ??= []).push(value);
  }
  if (!/^(?:date|oldest)$/u.test(request.sort)) request.sort = "";
  return request;
};

/** The query string that asks for the same again. */
export const toParameters = ({ filters, ...single }) => {
  const values = new URLSearchParams();
  for (const [name, value] of Object.entries(single)) if (value && name !== "notes") values.set(name, value);
  for (const [name, chosen] of Object.entries(filters)) for (const value of chosen) values.append(name, value);
  return values.toString();
};

/** Whether anything narrows or orders what is found, beside the query. */
export const isRefined = ({ filters, sort, from, to }) => sort || from || to || Object.keys(filters).length > 0;

/** The address of a search. */
export const toSearchAddress = (request) => `${toAddress("search/")}?${toParameters(request)}`;
