// Lights every place of a person: on hover and on focus for the moment, on click until the next click or Escape.
// Everything can be read without it.
"use strict";
(() => {
  const body = document.body;
  const status = document.getElementById("status");
  let pinned = null;

  const placesOf = (key) =>
    document.querySelectorAll(`[data-e="${key}"], [data-by~="${key}"], .light[data-light="${key}"]`);

  const light = (key) => {
    for (const place of document.querySelectorAll(".lit")) place.classList.remove("lit");
    body.classList.toggle("lit-on", key !== null);
    if (key !== null) for (const place of placesOf(key)) place.classList.add("lit");
  };

  const pin = (key) => {
    pinned = key;
    for (const button of document.querySelectorAll(".light")) {
      button.setAttribute("aria-pressed", String(button.dataset.light === key));
    }
    light(key);
    if (key === null) {
      status.textContent = "Nobody is lit.";
      return;
    }
    const names = document.querySelectorAll(`.text [data-e="${key}"]`).length;
    const statements = new Set();
    for (const place of document.querySelectorAll(`.text .said[data-by~="${key}"]`)) {
      for (const id of place.dataset.s.split(" ")) statements.add(id);
    }
    const button = document.querySelector(`.light[data-light="${key}"]`);
    status.textContent = `${button ? button.textContent : ""}: ${names} mentions and ${statements.size} statements lit.`;
  };

  // A mention in the text stands for its person, a statement for its speaker.
  const keyAt = (target) => {
    const place = target.closest("[data-light], [data-e], [data-by]");
    if (!place) return null;
    return place.dataset.light || place.dataset.e || place.dataset.by.split(" ")[0];
  };

  document.addEventListener("mouseover", (event) => light(keyAt(event.target) || pinned));
  document.addEventListener("focusin", (event) => {
    const place = event.target.closest("[data-light]");
    light(place ? place.dataset.light : pinned);
  });
  document.addEventListener("focusout", () => light(pinned));
  document.addEventListener("click", (event) => {
    const key = keyAt(event.target);
    const link = event.target.closest("a, label");
    if (link && !link.dataset.light) return;
    if (key === null) {
      if (!event.target.closest("aside, .bar")) pin(null);
      return;
    }
    const isButton = event.target.closest("button") !== null;
    pin(isButton && pinned === key ? null : key);
    if (isButton || link) return;
    const voice = document.getElementById(key);
    const aside = voice && voice.closest("aside");
    if (aside && getComputedStyle(aside).position === "sticky") {
      aside.scrollTo({ top: voice.offsetTop - aside.offsetTop - 8 });
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") pin(null);
  });

  // A link to a statement shows the whole of it, not its first words only.
  const show = () => {
    for (const place of document.querySelectorAll(".target")) place.classList.remove("target");
    const id = decodeURIComponent(location.hash.slice(1));
    if (!/^[\w-]+$/.test(id)) return;
    for (const place of document.querySelectorAll(`.said[data-s~="${id}"]`)) place.classList.add("target");
  };
  addEventListener("hashchange", show);
  show();
})();
