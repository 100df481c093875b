// Suggestions at a press, and Ctrl + Enter to save and go on. Without it, one types and saves.
const form = document.getElementById("texts");

const boxOf = (element) => element.closest("[data-row]").querySelector("textarea");

const rowAfter = (row) => {
  const rows = [...form.querySelectorAll("[data-row]")];
  const following = rows.slice(rows.indexOf(row) + 1);
  const isToDo = (one) => !one.querySelector("textarea").value.trim() || one.querySelector("[name^=seen-]");
  return following.find(isToDo) ?? following[0] ?? row;
};

let isChanged = false;

form?.addEventListener("click", (event) => {
  const button = event.target.closest("[data-use]");
  if (!button) return;
  const box = boxOf(button);
  box.value = button.dataset.use;
  isChanged = true;
  box.focus();
});

form?.addEventListener("input", () => { isChanged = true; });

form?.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.target.readOnly) return;
  const row = event.target.closest("[data-row]");
  if (!row) return;
  event.preventDefault();
  form.elements.next.value = rowAfter(row).dataset.row;
  form.requestSubmit();
});

form?.addEventListener("submit", () => { isChanged = false; });

window.addEventListener("beforeunload", (event) => {
  if (isChanged) event.preventDefault();
});
