// Finds statements in the static index: loads the few files in which the query's words lie, then the blocks of the
// statements that have them all. Results are set as text, never as markup.
"use strict";
(() => {
  const step = 50;
  const form = document.querySelector("form.search");
  const input = document.getElementById("q");
  const list = document.getElementById("results");
  const found = document.getElementById("found");
  const more = document.getElementById("more");
  let index = null;
  const shards = new Map();
  const blocks = new Map();
  const waiting = new Map();
  let places = [];
  let shown = 0;
  let words = [];
  let run = 0;

  // What the index's files call.
  window.dictum = {
    index: (data) => { index = data },
    words: (data) => shards.set(data.shard, new Map(Object.entries(data.words))),
    block: (data) => blocks.set(data.first, data),
  };

  const load = (file) => {
    if (!waiting.has(file)) {
      waiting.set(file, new Promise((done, failed) => {
        const script = document.createElement("script");
        script.src = file;
        script.onload = done;
        script.onerror = () => failed(new Error(`${file} is missing`));
        document.head.append(script);
      }));
    }
    return waiting.get(file);
  };

  const split = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) || [];

  const shardOf = (word) => {
    let hash = 0x811c9dc5;
    for (const byte of new TextEncoder().encode([...word].slice(0, 2).join(""))) {
      hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
    }
    return hash % index.shards;
  };

  // The statements that have a word; of the last one a beginning will do.
  const statementsOf = async (word, isLast) => {
    const number = shardOf(word);
    await load(`data/words-${number}.js`);
    const shard = shards.get(number);
    const lists = [];
    for (const [known, distances] of shard) {
      if (known !== word && !(isLast && word.length > 1 && known.startsWith(word))) continue;
      let place = 0;
      lists.push(distances.map((distance) => (place += distance)));
    }
    return new Set(lists.flat());
  };

  const element = (name, text, attributes = {}) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };

  // The text with the query's words marked.
  const marked = (text, parent) => {
    for (const piece of text.split(/([\p{L}\p{N}]+)/u)) {
      const low = piece.toLowerCase();
      const isHit = words.some((word, i) => low === word || (i === words.length - 1 && word.length > 1 && low.startsWith(word)));
      parent.append(isHit ? element("mark", piece) : piece);
    }
  };

  const result = (place) => {
    const block = blocks.get(Math.floor(place / index.block) * index.block);
    const [article, key, speakers, cue, text] = block.statements[place - block.first];
    const [title, date, path] = block.articles[article];
    const item = element("li", "", { class: "quotation" });
    const quotation = element("blockquote", "", { dir: "auto" });
    if (cue) quotation.append(element("span", cue, { class: "by-cue" }), " ");
    marked(text, quotation);
    const origin = element("p", "", { class: "origin" });
    for (let i = 0; i < speakers.length; i += 2) {
      origin.append(speakers[i + 1] ? element("a", speakers[i], { href: speakers[i + 1] }) : speakers[i], " · ");
    }
    if (date) origin.append(`${date} · `);
    origin.append(element("a", title, { href: `${path}#${key}` }));
    item.append(quotation, origin);
    return item;
  };

  const show = async (current) => {
    const next = places.slice(shown, shown + step);
    const files = new Set(next.map((place) => `data/statements-${Math.floor(place / index.block)}.js`));
    await Promise.all([...files].map(load));
    if (current !== run) return;
    list.append(...next.map(result));
    shown += next.length;
    more.hidden = shown >= places.length;
  };

  const search = async () => {
    const current = ++run;
    const query = input.value.trim();
    history.replaceState(null, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
    list.replaceChildren();
    more.hidden = true;
    shown = 0;
    try {
      await load("data/index.js");
      const common = new Set(index.common);
      words = split(query).filter((word) => !common.has(word));
      if (words.length === 0) {
        found.textContent = query ? "Every statement has these words." : "";
        return;
      }
      const sets = await Promise.all(words.map((word, i) => statementsOf(word, i === words.length - 1)));
      if (current !== run) return;
      sets.sort((a, b) => a.size - b.size);
      places = [...sets[0]].filter((place) => sets.every((set) => set.has(place))).sort((a, b) => a - b);
      found.textContent = `${places.length} statement${places.length === 1 ? "" : "s"}`;
      await show(current);
    } catch (error) {
      found.textContent = `The index could not be read: ${error.message}.`;
    }
  };

  form.addEventListener("submit", (event) => { event.preventDefault(); search() });
  more.addEventListener("click", () => show(run));
  let pause = 0;
  input.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(search, 200);
  });
  input.value = new URLSearchParams(location.search).get("q") || "";
  if (input.value) search();
})();
