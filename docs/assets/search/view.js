// The search as a reader sees it, the same on the search page and in the dialog. Text is only ever put in as text.

import { makeChart } from "./chart.js";
import { compareAll, findCandidates } from "./engine.js";
import { makeAnchor, separate, showLonger, showNothing } from "./nothing.js";
import { makeTable, sortLines, toCsv, toLines } from "./lines.js";
import { buildOptions } from "./options.js";
import { parseQuery } from "./query.js";
import { isRefined, toRequest } from "./request.js";
import { make, makeResult } from "./result.js";
import { count, say } from "./wording.js";
import { forget } from "./words.js";

const FEW = 10;
const MANY_LINES = 50;

// How many articles are compared at a time: few where the index is exact, more where they are yet to be told apart.
const AT_A_TIME = 10;
const AT_A_TIME_UNSURE = 30;

// Milliseconds within which another key makes a search needless.
const BETWEEN_KEYS = 30;

/** How much was found; where articles are still to be compared, no more than about how much. */
const toStatus = ({ wanted }, { shown, left, paragraphs, sure }) => {
  const within = wanted.length > 0 && paragraphs > 0 ? `, ${count("paragraphs", paragraphs)}` : "";
  if (left === 0) return shown > 0 ? count("articles", shown) + within : say("none_found");
  return say("first_shown", { articles: count(sure ? "articles" : "about_articles", shown + left), shown }) + within;
};

/**
 * Builds the search below a form with a field `q`. `run(request, typing, least)` shows what is found, `read()` is
 * what the form asks for, `tell()` what is shown, and how many articles of it; `run` shows `least` or more.
 */
export const buildSearch = (form) => {
  const status = make("p", { id: "search-status", className: "known" });
  status.setAttribute("role", "status");
  const help = make("div", { id: "search-help" });
  const instead = make("section", { id: "search-instead" });
  const chart = make("div");
  const ways = make("p", { className: "known ways" });
  const periods = make("div");
  const results = make("ol", { id: "search-results" });
  const longer = make("div", { className: "known longer" });
  const lines = make("div", { className: "scrolls" });
  const more = make("button", { type: "button", textContent: say("more_articles"), hidden: true });
  const options = buildOptions(form);
  // The first result is two stops from the field; what else can be seen of the results comes after them.
  const place = (...elements) => (options.refine.open ? options.refine.before(...elements) : form.after(...elements));
  place(status, help, instead, chart, results, lines, more, longer, make("div", { className: "search-ways" }, ways, periods));
  let newest = 0;
  let current = toRequest("");
  let reached = 0;

  const clear = () => {
    reached = 0;
    for (const element of [results, longer, help, instead, chart, ways, periods, lines]) element.replaceChildren();
    more.hidden = true;
  };

  const showFailure = (request, typing) => {
    const again = make("button", { type: "button", textContent: say("try_again") });
    again.addEventListener("click", () => {
      form.elements.q.focus();
      run(request, typing);
    });
    clear();
    status.textContent = say("index_failed");
    help.append(again);
  };

  const showWays = (request) => {
    const names = [["", say("as_articles")], ["lines", say("as_lines")]];
    const items = names.map(([show, name]) => (request.show === show ? make("strong", { textContent: name }) : makeAnchor({ ...request, show, by: "" }, name)));
    ways.replaceChildren(...separate(items, " · "));
  };

  const showLines = (found, request, download) => {
    const all = sortLines(toLines(found), request.by);
    const button = make("button", { type: "button", textContent: say("download_csv") });
    button.addEventListener("click", download);
    const held = lines.contains(document.activeElement);
    lines.replaceChildren(makeTable(all, request), button);
    if (held) button.focus();
    return all.length;
  };

  const show = async (request, query, candidates, { isNewest, work, least, typing }) => {
    const { numbers, sure, days } = candidates;
    const inLines = request.show === "lines" && query.wanted.length > 0;
    const size = inLines || !sure ? AT_A_TIME_UNSURE : AT_A_TIME;
    const all = [];
    let next = 0;
    const showChart = () => {
      const left = numbers.length - next;
      const drawn = sure ? numbers : [...all.map(({ number }) => number), ...numbers.slice(next)];
      const [drawing, ...words] = makeChart(drawn.map((number) => days[number]), request, !sure && left > 0);
      chart.replaceChildren(drawing ?? "");
      periods.replaceChildren(...words);
    };
    const showBatch = async () => {
      const found = await compareAll(numbers.slice(next, next + size), query, request);
      if (!isNewest()) return 0;
      next = Math.min(numbers.length, next + size);
      all.push(...found);
      reached = all.length;
      const left = numbers.length - next;
      if (!inLines) results.append(...found.map(makeResult));
      // Zotero looks anew: https://www.zotero.org/support/dev/exposing_metadata
      document.dispatchEvent(new Event("ZoteroItemUpdated"));
      more.hidden = left === 0;
      const paragraphs = all.reduce((sum, { hits }) => sum + hits.length, 0);
      status.textContent = toStatus(query, { shown: all.length, left, paragraphs, sure });
      return left;
    };
    const countLines = () => all.reduce((sum, { hits }) => sum + hits.reduce((marks, hit) => marks + hit.all.length, 0), 0);
    const showMore = async (atLeast = 0) => {
      const [held, before] = [document.activeElement === more, all.length];
      const enough = inLines ? countLines() + MANY_LINES : all.length + FEW;
      while (((inLines ? countLines() : all.length) < enough || all.length < atLeast) && (await showBatch()) > 0);
      if (!isNewest()) return;
      if (inLines) {
        const shown = showLines(all, request, () => work(download));
        status.textContent += `, ${count("lines", shown)}`;
      }
      if (!sure) showChart();
      // A button that goes takes the focus with it.
      if (held && more.hidden) (inLines ? lines : results.children[before] ?? lines).querySelector("a")?.focus();
    };
    const download = async () => {
      while ((await showBatch()) > 0);
      if (!isNewest()) return;
      await showMore();
      const csv = new Blob([toCsv(sortLines(toLines(all), request.by))], { type: "text/csv" });
      const link = make("a", { href: URL.createObjectURL(csv), download: "lines.csv" });
      link.click();
      URL.revokeObjectURL(link.href);
    };
    // What has the focus is about to go: the field takes it, until what leads to the same place is there again.
    const held = results.contains(document.activeElement) && document.activeElement.href;
    if (held) form.elements.q.focus();
    clear();
    help.append(...[...candidates.notes, ...query.notes].map((note) => make("p", { textContent: note })));
    // While some are on their way, a click would bring the same ones.
    more.onclick = () => results.ariaBusy === "false" && work(() => showMore());
    more.textContent = say(inLines ? "more_lines" : "more_articles");
    if (sure) showChart();
    await showMore(least);
    if (!isNewest()) return;
    if (held) [...results.querySelectorAll("a")].find(({ href }) => href === held)?.focus();
    if (all.length === 0) await showNothing({ query, request, isNewest, help, instead, typing });
    else if (query.wanted.length > 0) {
      showWays(request);
      await showLonger({ query, request, isNewest, help: longer });
    }
  };

  const find = async (request, typing, turn) => {
    const query = parseQuery(request.q, typing);
    // A reader sees what narrows the results, and can change it.
    if (isRefined(request)) options.refine.open = true;
    if (options.refine.open || options.isBuilt()) await options.show(request);
    if (query.wanted.length + query.unwanted.length === 0 && !isRefined(request)) {
      clear();
      help.append(...[...request.notes, ...query.notes].map((note) => make("p", { textContent: note })));
      status.textContent = "";
      return;
    }
    const candidates = await findCandidates(query, request);
    if (turn.isNewest()) await show(request, query, candidates, turn);
  };

  const run = async (request, typing = false, least = 0) => {
    current = request;
    const number = (newest += 1);
    const isNewest = () => number === newest;
    const work = async (step) => {
      results.ariaBusy = "true";
      try {
        await step();
      } catch (error) {
        // Without the archive that failed, the rest answers.
        if (isNewest() && error.again) await run(request, typing, least);
        if (isNewest()) {
          forget();
          showFailure(request, typing);
        }
      }
      if (isNewest()) results.ariaBusy = "false";
    };
    await work(async () => {
      if (typing) await new Promise((resolve) => setTimeout(resolve, BETWEEN_KEYS));
      if (isNewest()) await find(request, typing, { isNewest, work, least, typing });
    });
    return isNewest();
  };

  const read = () => {
    const { show: shown, by } = current;
    // Until the fields are there, what narrowed the search goes on to do so.
    return options.isBuilt() ? { ...toRequest(new FormData(form)), show: shown, by } : { ...current, q: form.elements.q.value, notes: [] };
  };

  options.refine.addEventListener("toggle", () => {
    if (options.refine.open && !options.isBegun()) run(read());
  });
  form.parentElement.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-marks]");
    // With a key held down, the page opens elsewhere.
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
      sessionStorage.setItem("found", JSON.stringify({ href: link.href, ...JSON.parse(link.dataset.marks) }));
    }
  });
  return { run, read, tell: () => ({ request: current, shown: reached }) };
};
