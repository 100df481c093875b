// Titles under the search field, by the "combobox with listbox popup" of the ARIA Authoring
// Practices. Without this module, or without an answer, the field is a plain search field.
const WAIT = 150;
const SHORTEST = 3;
const field = document.querySelector("input[data-suggestions]");
let list, status, timer, request;
let current = -1;

function made(tag, attributes) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

function build() {
  list = made("ul", { id: "suggestions", role: "listbox", class: "suggestions" });
  list.setAttribute("aria-label", field.dataset.label);
  list.hidden = true;
  status = made("p", { role: "status", class: "visually-hidden" });
  field.after(list, status);
  field.setAttribute("aria-controls", list.id);
  list.addEventListener("mousedown", event => event.preventDefault());
  list.addEventListener("click", event => open(event.target.closest("[role=option]")));
}

function open(option) {
  if (option) location.assign(option.dataset.url);
}

function close() {
  clearTimeout(timer);
  request?.abort();
  if (!list) return;
  list.hidden = true;
  field.setAttribute("aria-expanded", "false");
  mark(-1);
}

function mark(place) {
  list.children[current]?.setAttribute("aria-selected", "false");
  current = place;
  const option = list.children[place];
  option?.setAttribute("aria-selected", "true");
  option?.scrollIntoView({ block: "nearest" });
  if (option) field.setAttribute("aria-activedescendant", option.id);
  else field.removeAttribute("aria-activedescendant");
}

function show({ suggestions, message }) {
  mark(-1);
  list.replaceChildren(...suggestions.map(({ url, title, label, language }, place) => {
    const option = made("li", { id: `suggestion-${place}`, role: "option", "aria-selected": "false" });
    const words = made("span", { lang: language });
    const kind = made("small", {});
    words.textContent = title;
    kind.textContent = label;
    option.append(words, " ", kind);
    option.dataset.url = url;
    return option;
  }));
  list.hidden = !suggestions.length;
  field.setAttribute("aria-expanded", String(!list.hidden));
  status.textContent = message;
}

async function suggest() {
  const typed = field.value.trim();
  request?.abort();
  if (typed.length < SHORTEST) return close();
  request = new AbortController();
  const { signal } = request;
  try {
    const address = `${field.dataset.suggestions}?q=${encodeURIComponent(typed)}`;
    const answer = await fetch(address, { signal });
    if (answer.ok) show(await answer.json());
  } catch {
    // Refused, cut or overtaken: the form still searches.
  }
}

function press(event) {
  const shown = list && !list.hidden;
  if (event.isComposing) return;
  if (event.key === "Escape" && shown) {
    event.preventDefault();
    close();
  } else if (event.key === "Enter" && shown && current >= 0) {
    event.preventDefault();
    open(list.children[current]);
  } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && shown) {
    event.preventDefault();
    // One more place than options: the field itself, between the last and the first.
    const places = list.children.length + 1;
    const step = event.key === "ArrowDown" ? 1 : -1;
    mark(((current + 1 + step + places) % places) - 1);
  }
}

if (field) {
  // A search field may not take the role.
  field.type = "text";
  field.autocomplete = "off";
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"]]) {
    field.setAttribute(name, value);
  }
  field.addEventListener("input", () => {
    if (!list) build();
    clearTimeout(timer);
    timer = setTimeout(suggest, WAIT);
  });
  field.addEventListener("keydown", press);
  field.addEventListener("blur", close);
}
