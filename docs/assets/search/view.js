// The search as a reader sees it, the same on the search page and in the dialog. Text is only ever put in as text.

import { makeChart } from "./chart.js";
import { compareAll, findCandidates } from "./engine.js";
import { makeAnchor, showLonger, showNothing } from "./nothing.js";
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
const AT_A_TIME = 5;
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
  const status = make("p", { id: "search-status", className: "known", role: "status" });
  const help = make("div", { id: "search-help" });
  const instead = make("section", { id: "search-instead" });
  const chart = make("div");
  const ways = make("p", { className: "known ways" });
  const periods = make("div");
  const results = make("ol", { id: "search-results" });
  const longer = make("div", { className: "known longer" });
  const lines = make("div", { className: "scrolls" });
  const csv = make("button", { type: "button", textContent: say("download_csv"), hidden: true });
  const more = make("button", { type: "button", hidden: true });
  const options = buildOptions(form);
  // The first result is two stops from the field; what else can be seen of the results comes after them.
  const place = (...elements) => (options.refine.open ? options.refine.before(...elements) : form.after(...elements));
  place(status, help, instead, chart, results, lines, more, csv, longer, make("div", { className: "search-ways" }, ways, periods));
  let newest = 0;
  let current = toRequest("");
  let reached = 0;

  const clear = () => {
    reached = 0;
    for (const element of [results, longer, help, instead, chart, ways, periods, lines]) element.replaceChildren();
    more.hidden = csv.hidden = true;
  };

  const showFailure = (request, typing) => {
    const onclick = () => {
      form.elements.q.focus();
      run(request, typing);
    };
    clear();
    status.textContent = say("index_failed");
    help.append(make("button", { type: "button", textContent: say("try_again"), onclick }));
  };

  const showNotes = (...notes) => help.append(...notes.flat().map((note) => make("p", { textContent: note })));

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
      more.hidden = left === 0;
      const paragraphs = all.flatMap(({ hits }) => hits).length;
      status.textContent = toStatus(query, { shown: all.length, left, paragraphs, sure });
      return left;
    };
    const measure = () => (inLines ? toLines(all) : all).length;
    const showMore = async (atLeast = 0) => {
      const [held, before] = [document.activeElement === more, all.length];
      const enough = measure() + (inLines ? MANY_LINES : FEW);
      while ((measure() < enough || all.length < atLeast) && (await showBatch()) > 0);
      if (!isNewest()) return;
      if (inLines) {
        const shown = sortLines(toLines(all), request.by);
        lines.replaceChildren(makeTable(shown, request));
        csv.hidden = false;
        status.textContent += `, ${count("lines", shown.length)}`;
      }
      if (!sure) showChart();
      // A button that goes takes the focus with it.
      if (held && more.hidden) (inLines ? lines : results.children[before] ?? lines).querySelector("a")?.focus();
    };
    const download = async () => {
      while ((await showBatch()) > 0);
      if (!isNewest()) return;
      await showMore();
      const data = new Blob([toCsv(sortLines(toLines(all), request.by))], { type: "text/csv" });
      const link = make("a", { href: URL.createObjectURL(data), download: "lines.csv" });
      link.click();
      URL.revokeObjectURL(link.href);
    };
    // What has the focus is about to go: the field takes it, until what leads to the same place is there again.
    const held = results.contains(document.activeElement) && document.activeElement.href;
    if (held) form.elements.q.focus();
    clear();
    showNotes(candidates.notes, query.notes);
    // While some are on their way, a click would bring the same ones.
    more.onclick = () => results.ariaBusy === "false" && work(() => showMore());
    csv.onclick = () => work(download);
    more.textContent = say(inLines ? "more_lines" : "more_articles");
    if (sure) showChart();
    await showMore(least);
    if (!isNewest()) return;
    if (held) [...results.querySelectorAll("a")].find(({ href }) => href === held)?.focus();
    if (all.length === 0) await showNothing({ query, request, isNewest, help, instead, typing });
    else if (query.wanted.length > 0) {
      ways.append(makeAnchor({ ...request, show: inLines ? "" : "lines", by: "" }, say(inLines ? "as_articles" : "as_lines")));
      await showLonger({ query, request, isNewest, help: longer });
    }
  };

  const find = async (request, turn) => {
    const query = parseQuery(request.q, turn.typing);
    // A reader sees what narrows the results, and can change it.
    if (isRefined(request)) options.refine.open = true;
    if (isRefined(request) || options.isBuilt()) await options.show(request);
    if (query.wanted.length + query.unwanted.length === 0 && !isRefined(request)) {
      clear();
      showNotes(request.notes, query.notes);
      status.textContent = "";
    } else {
      const candidates = await findCandidates(query, request);
      if (turn.isNewest()) await show(request, query, candidates, turn);
    }
    // What might narrow it weighs more than what is found, and comes after it.
    if (turn.isNewest() && options.refine.open) {
      results.ariaBusy = "false";
      await options.show(request);
    }
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
      if (isNewest()) await find(request, { isNewest, work, least, typing });
    });
    return isNewest();
  };

  const read = () => {
    const { show: shown, by } = current;
    // Until the fields are there, what narrowed the search goes on to do so.
    return options.isBuilt() ? { ...toRequest(new FormData(form)), show: shown, by } : { ...current, q: form.elements.q.value, notes: [] };
  };

  options.refine.addEventListener("toggle", () => {
    if (options.refine.open && results.ariaBusy !== "true" && !options.isBegun()) run(read());
  });
  form.parentElement.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-marks]");
    // With a key held down, the page opens elsewhere.
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
      sessionStorage.setItem("found", JSON.stringify({ href: link.href, ...JSON.parse(link.dataset.marks) }));
    }
  });
  return { run, read, tell: () => [current, reached] };
};
