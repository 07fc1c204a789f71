"use strict";
// Makes the table of posts sortable, filters it, and lists all findings of a post or a rule. The page stands without it.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const [PATH, TITLE, AUTHOR, MONTH, FOUND, LINKED] = [0, 1, 2, 3, 4, 5];
  const MOST = 200;
  const words = {
    error: ["errors", "エラー"], warning: ["warnings", "警告"], info: ["notes", "参考"],
    more: ["show more", "さらに表示"], found: ["findings", "件の指摘"], posts: ["posts", "本の記事"], by: ["sort by", "並べ替え："],
  };
  const severities = ["error", "warning", "info"];
  const make = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };
  // Both languages stand in the page, and the style sheet shows one of them.
  const both = ([en, ja]) => [make("span", { lang: "en" }, en), make("span", { lang: "ja" }, ja)];
  const place = (post, line, column) => {
    const shown = make("code", {}, `${post[PATH]}:${line}`);
    if (!data.link) return shown;
    const href = data.link.replaceAll("{path}", post[LINKED]).replaceAll("{line}", line).replaceAll("{column}", column);
    return make("a", { href }, shown);
  };
  const message = ([rule, , , , text]) => (text < 0 ? both(data.titles[rule]) : [data.messages[text]]);
  const counts = (post) => severities.map((_, number) => post[FOUND].filter((one) => one[1] === number).length);

  const list = document.getElementById("list");
  const show = (title, rows) => {
    const items = make("ul", { class: "rules" });
    const more = make("button", { type: "button" }, ...both(words.more));
    let shown = 0;
    const add = () => {
      for (const [post, one] of rows.slice(shown, shown + MOST)) {
        items.append(make("li", { class: severities[one[1]] }, place(post, one[2], one[3]), " ",
          make("code", {}, data.rules[one[0]]), " ", ...message(one)));
      }
      shown += MOST;
      more.hidden = shown >= rows.length;
    };
    more.addEventListener("click", add);
    list.replaceChildren(make("h3", {}, title, ` (${rows.length.toLocaleString("en")} `, ...both(words.found), ")"), items, more);
    add();
    list.focus();
    list.scrollIntoView();
  };
  const ofRule = (name) => {
    const rule = data.rules.indexOf(name);
    return data.posts.flatMap((post) => post[FOUND].filter((one) => one[0] === rule).map((one) => [post, one]));
  };
  for (const button of document.querySelectorAll("button[data-rule]")) {
    button.hidden = false;
    button.addEventListener("click", () => show(button.dataset.rule, ofRule(button.dataset.rule)));
  }

  const table = document.getElementById("worst");
  if (!table) return;
  const caption = table.caption;
  const body = table.tBodies[0];
  const filters = document.getElementById("filters");
  filters.hidden = false;
  filters.addEventListener("submit", (event) => event.preventDefault());
  const value = (name) => document.getElementById(`filter-${name}`).value.trim().toLowerCase();
  const keys = [(p) => p[PATH], (p) => p[TITLE], (p) => p[AUTHOR], (p) => p[MONTH],
    ...severities.map((_, n) => (p) => counts(p)[n]), (p) => p[FOUND].length];
  let order = { key: null, down: true };
  const chosen = () => {
    const [text, rule, month] = ["text", "rule", "month"].map(value);
    const rules = new Set(data.rules.flatMap((name, number) => (name.includes(rule) ? [number] : [])));
    const found = data.posts.filter((post) =>
      [PATH, TITLE, AUTHOR].some((key) => post[key].toLowerCase().includes(text)) && post[MONTH].startsWith(month) &&
      (!rule || post[FOUND].some((one) => rules.has(one[0]))));
    if (order.key === null) return found;
    const key = keys[order.key];
    const compare = (a, b) => (typeof key(a) === "number" ? key(a) - key(b) : key(a).localeCompare(key(b), "ja"));
    return found.sort((a, b) => (order.down ? compare(b, a) : compare(a, b)));
  };
  let most = 50;
  const more = make("button", { type: "button" }, ...both(words.more));
  const draw = () => {
    const posts = chosen();
    body.replaceChildren(...posts.slice(0, most).map((post) => {
      const open = make("button", { type: "button" }, post[FOUND].length.toLocaleString("en"));
      open.addEventListener("click", () => show(post[PATH], post[FOUND].map((one) => [post, one])));
      const cells = [post[TITLE], post[AUTHOR], post[MONTH]].map((text) => make("td", {}, text));
      const numbers = counts(post).map((count) => make("td", { class: "number" }, count.toLocaleString("en")));
      return make("tr", {}, make("th", { scope: "row" }, place(post, 1, 1)), ...cells, ...numbers,
        make("td", { class: "number" }, open));
    }));
    more.hidden = most >= posts.length;
    caption.replaceChildren(posts.length.toLocaleString("en"), " ", ...both(words.posts));
  };
  more.addEventListener("click", () => { most += MOST; draw(); });
  table.parentElement.after(more);
  [...table.tHead.rows[0].cells].forEach((head, number) => {
    const button = make("button", { type: "button" }, ...head.childNodes);
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      order = { key: number, down: order.key === number ? !order.down : number > 3 };
      for (const one of table.tHead.rows[0].cells) one.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", order.down ? "descending" : "ascending");
      draw();
    });
  });
  filters.addEventListener("input", () => { most = 50; draw(); });
  draw();
})();
