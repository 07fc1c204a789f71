"use strict";
(() => {
  const token = new URLSearchParams(location.search).get("token");
  const by = (id) => document.getElementById(id);
  const [text, shown, list, post, count, problem, save, fixAll] =
    ["text", "shown", "findings", "post", "count", "problem", "save", "fix-all"].map(by);
  const WAIT = 150; // milliseconds without a key before the text is checked
  let findings = [];
  let current = -1;
  let opened = null; // the name and the text of the post as it is on disk
  let asked = 0;
  let timer = 0;

  const lang = () => document.documentElement.lang;
  const say = (en, ja) => (lang() === "ja" ? ja : en);
  const make = (name, attributes, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };
  const ask = async (path, data) => {
    const body = JSON.stringify({ lang: lang(), post: opened ? opened.name : "", ...data });
    let answer;
    try {
      answer = await fetch(path, { method: "POST", headers: { "X-Lintpost-Token": token }, body });
    } catch {
      throw new Error(say("lintpost serve has ended", "lintpost serve が終了しています"));
    }
    const json = await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Error(json.error || answer.statusText);
    return json;
  };
  const show = (error) => { problem.textContent = error ? error.message : ""; problem.hidden = !error; };
  const restored = () => text.value.replaceAll("\n", opened.ends);
  const guarded = (work) => async (...args) => { try { show(null); await work(...args); } catch (error) { show(error); } };

  const marks = (number) => [...shown.querySelectorAll("mark")].filter((mark) => mark.dataset.n.split(" ").includes(String(number)));
  const select = (number) => {
    for (const one of document.querySelectorAll(".current")) one.classList.remove("current");
    current = Math.max(-1, Math.min(number, findings.length - 1));
    if (current < 0) return;
    const item = list.children[current];
    const found = marks(current);
    for (const one of [item, ...found]) one.classList.add("current");
    item.scrollIntoView({ block: "nearest" });
    if (found[0]) found[0].scrollIntoView({ block: "center" });
  };
  // Offsets are code points, those of a textarea UTF-16 units.
  const units = (points) => [...text.value].slice(0, points).join("").length;
  const goToText = (number) => {
    const { start, end } = findings[number];
    text.focus();
    text.setSelectionRange(units(start.offset), units(end.offset));
  };
  const check = guarded(async () => {
    const question = ++asked;
    const answer = await ask("/check", { text: text.value });
    if (question !== asked) return;
    findings = answer.findings;
    shown.innerHTML = answer.html; // made by the server, every text escaped
    list.replaceChildren(...findings.map((one, number) => {
      const item = make("li", { class: one.severity, "data-number": number }, one.message,
        make("small", {}, `${one.start.line}:${one.start.column} ${one.rule} · ${one.title}`));
      if (one.fix) {
        const unsafe = one.fix.applicability === "unsafe";
        const label = unsafe ? say("Fix (look at it)", "修正（要確認）") : say("Fix", "修正");
        item.append(make("button", { type: "button", class: "fix" }, label));
      }
      return item;
    }));
    const errors = findings.filter((one) => one.severity === "error").length;
    count.textContent = say(`${findings.length} findings, ${errors} errors`, `指摘 ${findings.length}件（エラー ${errors}件）`);
    fixAll.disabled = !findings.some((one) => one.fix && one.fix.applicability === "safe");
    save.disabled = !opened || opened.text === text.value;
    if (answer.errors.length) show(new Error(answer.errors.join("\n")));
    select(Math.min(current, findings.length - 1));
  });
  const later = () => { clearTimeout(timer); asked += 1; timer = setTimeout(check, WAIT); };
  const fix = guarded(async (number) => {
    const answer = await ask("/fix", number === null ? { text: text.value } : { text: text.value, number });
    text.value = answer.text;
    await check();
  });
  const write = guarded(async () => {
    if (save.disabled) return;
    if (opened.mixed) throw new Error(say("The file mixes line ends: save it in an editor.", "改行コードが混在しているため、エディターで保存してください。"));
    const after = restored();
    await ask("/save", { before: opened.raw, after });
    Object.assign(opened, { raw: after, text: text.value });
    save.disabled = true;
    count.textContent = say("Saved.", "保存しました。");
  });

  text.addEventListener("input", later);
  post.addEventListener("change", guarded(async () => {
    const name = post.value;
    const unsaved = say("The text has changes that are not saved. Leave them?", "保存していない変更があります。破棄しますか？");
    if (opened && opened.text !== text.value && !confirm(unsaved)) { post.value = opened.name; return; }
    if (!name) { opened = null; return; }
    const answer = await ask("/open", { post: name });
    text.value = answer.text;
    // A textarea has line feeds alone; a file gets the line ends back that it had.
    const ends = answer.text.includes("\r\n") ? "\r\n" : "\n";
    opened = { name, raw: answer.text, ends, text: text.value };
    if (restored() !== answer.text) opened.mixed = true;
    current = -1;
    await check();
  }));
  list.addEventListener("click", (event) => {
    const item = event.target.closest("li");
    if (!item) return;
    const number = Number(item.dataset.number);
    if (event.target.closest(".fix")) fix(number); else select(number);
  });
  shown.addEventListener("click", (event) => {
    const mark = event.target.closest("mark");
    if (mark) select(Number(mark.dataset.n.split(" ")[0]));
  });
  save.addEventListener("click", write);
  fixAll.addEventListener("click", () => fix(null));
  for (const radio of document.querySelectorAll("input[name=lang]")) {
    radio.checked = radio.value === lang();
    radio.addEventListener("change", () => { document.documentElement.lang = radio.value; check(); });
  }
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s") { event.preventDefault(); write(); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || ["TEXTAREA", "INPUT", "BUTTON"].includes(event.target.tagName)) return;
    const key = event.key.toLowerCase();
    if (key === "j") select(current + 1);
    else if (key === "k") select(Math.max(current - 1, 0));
    else if (key === "f" && current >= 0 && findings[current].fix) fix(current);
    else if (event.key === "Enter" && current >= 0) { event.preventDefault(); goToText(current); }
  });
  addEventListener("beforeunload", (event) => { if (opened && opened.text !== text.value) event.preventDefault(); });
  guarded(async () => {
    const { posts } = await ask("/posts", {});
    by("posts").replaceChildren(...posts.map((name) => make("option", { value: name })));
    await check();
  })();
})();
