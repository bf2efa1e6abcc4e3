// Reads a dropped or chosen file into the form. Everything else is the form's own doing.
"use strict";
(() => {
  const text = document.getElementById("text");
  const title = document.getElementById("title");
  const status = document.getElementById("status");

  const take = async (file) => {
    if (!file) return;
    if (file.size > 10_000_000) {
      status.textContent = `${file.name} is too large: 10 MB is the limit.`;
      return;
    }
    text.value = await file.text();
    if (!title.value) title.value = file.name.replace(/\.[^.]*$/, "");
    status.textContent = `${file.name} is in the form.`;
  };

  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    take(event.dataTransfer.files[0]);
  });
  document.getElementById("file").addEventListener("change", (event) => take(event.target.files[0]));
  document.querySelector("form").addEventListener("submit", () => { status.textContent = "Reading …" });
  addEventListener("pageshow", () => { status.textContent = "" });
})();
