"use strict";
/* The search of the documentation, and pages that are opened as files.

   `search-index.js` sets `lintpostPages`: of each page its address, title, other words for it, and its sections as
   [anchor, heading, text]. A query is cut into words (Latin letters, digits) and pairs of characters (Japanese);
   pages are ranked by BM25 (Robertson and Zaragoza 2009), where a hit in a title or heading counts several times.
   The texts are searched as they are: 400 pages take some milliseconds. */
(() => {
  const root = new URL(".", document.currentScript.src);
  const asFile = location.protocol === "file:";
  const ja = document.documentElement.lang === "ja";
  const MOST = 12; // pages that are shown
  const LEAST = 0.3; // share of the query, by the weight of its terms, that a page must have
  const STOP = new Set("a an and are as at be by can do does for from get how i in into is it its me my not of on or should that the this to use want was what when where which who why will with you your".split(" "));
  const HIRAGANA = /^[\u3041-\u309f]+$/;
  const RUNS = /[a-z0-9]+|[\u3041-\u30fa\u30fc-\u30ff\u3400-\u9fff々]+/g;
  const fold = (text) => text.normalize("NFKC").toLowerCase();

  /* What a query asks for: terms with their weights. Hiragana is mostly grammar, within a pair, too. */
  function terms(query) {
    const found = new Map();
    for (const [run] of fold(query).matchAll(RUNS)) {
      if (/[a-z0-9]/.test(run)) {
        if (!STOP.has(run)) found.set(run.length > 3 ? run.replace(/(ing|ed|es|s)$/, "") : run, 1);
      } else if (run.length === 1) found.set(run, HIRAGANA.test(run) ? 0.05 : 0.5);
      else for (let at = 0; at < run.length - 1; at++) {
        const pair = run.slice(at, at + 2);
        found.set(pair, [0.2, 0.4, 1][[...pair].filter((char) => !HIRAGANA.test(char)).length]);
      }
    }
    return found;
  }

  /* How often a term stands in a folded text; one of Latin letters at the start of a word only. */
  function count(term, text) {
    const latin = /[a-z0-9]/.test(term);
    let found = 0;
    for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length))
      if (!latin || at === 0 || !/[a-z0-9]/.test(text[at - 1])) found++;
    return found;
  }

  let pages = null;
  function prepare() {
    pages = window.lintpostPages.map(([address, title, words, sections]) => ({
      address, title, sections, head: fold(title), words: fold(words), weight: weight(address),
      headings: fold(sections.map((one) => one[1]).join("\n")),
      body: fold(sections.map((one) => one[2]).join("\n")),
    }));
    const length = pages.reduce((sum, page) => sum + page.body.length, 0) / pages.length;
    for (const page of pages) page.norm = 1.2 * (0.5 + (0.5 * page.body.length) / length);
  }

  /* Guides go before rules, and rules before lists of rules, where they say the same. */
  function weight(address) {
    const depth = address.split("/").length - 1;
    return address.startsWith("rules/") ? (depth === 3 ? 1 : 0.6) : 1.25;
  }

  function search(query) {
    const wanted = [...terms(query)].map(([term, weight]) => {
      const hits = pages.map((page) =>
        8 * count(term, page.head) + 6 * count(term, page.words) + 3 * count(term, page.headings) + count(term, page.body));
      const having = hits.filter((hit) => hit).length;
      return { term, hits, value: weight * Math.log(1 + (pages.length - having + 0.5) / (having + 0.5)) };
    });
    const all = wanted.reduce((sum, one) => sum + one.value, 0);
    return pages
      .map((page, index) => {
        let score = 0, covered = 0;
        for (const { hits, value } of wanted) {
          const hit = hits[index];
          if (!hit) continue;
          score += (value * hit * 2.2) / (hit + page.norm);
          covered += value;
        }
        return { page, covered, score: (page.weight * score * covered) / all };
      })
      .filter((one) => one.covered > LEAST * all)
      .sort((one, other) => other.score - one.score)
      .map(({ page }) => ({ page, section: best(page, wanted) }));
  }

  /* The section of a page that has most of what is asked for. */
  function best(page, wanted) {
    const value = ([, heading, text]) => wanted.reduce(
      (sum, { term, value }) => sum + value * (2 * !!count(term, fold(heading)) + !!count(term, fold(text))), 0);
    return page.sections.reduce((one, other) => (value(other) > value(one) ? other : one));
  }

  /* A piece of a text around the first terms, with every term marked. */
  function snippet(text, query) {
    const words = [...terms(query).keys()].filter((term) => term.length > 1 && !HIRAGANA.test(term));
    const folded = [...text].map((char) => fold(char)[0] ?? " ").join(""); // as long as the text
    const places = words.map((word) => folded.indexOf(word)).filter((at) => at >= 0);
    const start = places.length ? Math.max(0, Math.min(...places) - (ja ? 20 : 50)) : 0;
    const end = start + (ja ? 90 : 170);
    const marked = new Set();
    for (const word of words)
      for (let at = folded.indexOf(word, start); at >= 0 && at < end; at = folded.indexOf(word, at + 1))
        for (let index = at; index < at + word.length; index++) marked.add(index);
    const span = document.createElement("span");
    if (start) span.append("…");
    for (let at = start; at < Math.min(end, text.length); ) {
      let next = at + 1;
      while (next < Math.min(end, text.length) && marked.has(next) === marked.has(at)) next++;
      const piece = text.slice(at, next);
      if (marked.has(at)) span.appendChild(document.createElement("mark")).textContent = piece;
      else span.append(piece);
      at = next;
    }
    if (end < text.length) span.append("…");
    return span;
  }

  const dialog = document.getElementById("lp-search");
  const input = document.getElementById("lp-query");
  const list = document.getElementById("lp-results");
  const said = document.getElementById("lp-count");
  const opener = document.getElementById("lp-open");
  let at = -1; // the result that is chosen

  function choose(next) {
    const rows = [...list.children];
    rows.forEach((row, index) => row.setAttribute("aria-selected", String(index === next)));
    at = next;
    if (rows[next]) {
      input.setAttribute("aria-activedescendant", rows[next].id);
      rows[next].scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  }

  function show() {
    list.replaceChildren();
    const query = input.value.trim();
    const found = query && pages ? search(query) : [];
    found.slice(0, MOST).forEach(({ page, section: [anchor, heading, text] }, index) => {
      const row = document.createElement("a");
      const target = new URL(page.address, root);
      target.hash = anchor;
      Object.assign(row, { id: `lp-result-${index}`, tabIndex: -1, href: asFile ? withFile(target) : target });
      row.setAttribute("role", "option");
      const title = row.appendChild(document.createElement("strong"));
      title.textContent = heading && !page.title.startsWith(heading) ? `${page.title} › ${heading}` : page.title;
      row.append(snippet(text || page.title, query));
      list.append(row);
    });
    input.setAttribute("aria-expanded", String(found.length > 0));
    if (!query || !pages) said.textContent = "";
    else if (!found.length) said.textContent = ja ? "見つかりませんでした。" : "Nothing was found.";
    else said.textContent = ja ? `${found.length}ページ見つかりました。` : `${found.length} pages were found.`;
    choose(found.length ? 0 : -1);
  }

  function open() {
    if (dialog.open) return;
    dialog.showModal();
    input.select();
    if (pages) return;
    const script = document.createElement("script"); // a script, not a request: it works in a file, too
    script.src = new URL("search-index.js", root);
    script.onload = () => { prepare(); show(); };
    document.head.append(script);
  }

  opener.hidden = false;
  opener.addEventListener("click", open);
  input.addEventListener("input", show);
  dialog.addEventListener("click", (event) => { if (event.target === dialog || event.target.closest("a")) dialog.close(); });
  input.addEventListener("keydown", (event) => {
    const rows = list.children.length;
    if (event.isComposing) return; // Enter and the arrows belong to the input method
    if (event.key === "ArrowDown" && rows) choose((at + 1) % rows);
    else if (event.key === "ArrowUp" && rows) choose((at + rows - 1) % rows);
    else if (event.key === "Enter" && list.children[at]) list.children[at].click();
    else return;
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    const typing = /^(input|textarea|select)$/i.test(event.target.tagName);
    if ((event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) || (event.key === "k" && (event.ctrlKey || event.metaKey))) {
      event.preventDefault();
      event.stopImmediatePropagation();
      open();
    }
  }, true);

  /* The theme's script opens the navigation with Enter; a button opens with the space bar, too. */
  document.querySelector(".md-header label[for=__drawer]").addEventListener("keydown", (event) => {
    if (event.key === " ") { event.preventDefault(); event.currentTarget.click(); }
  });

  /* Where there is no server, a folder does not lead to its page. */
  function withFile(address) {
    const url = new URL(address, location.href);
    if (url.pathname.endsWith("/")) url.pathname += "index.html";
    return url;
  }
  if (asFile)
    for (const link of document.querySelectorAll("a[href]"))
      if (link.protocol === "file:") link.href = withFile(link.href);
})();
