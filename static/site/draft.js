// Comfort for the form of a text: it saves by itself, keeps a copy in this browser, shows how a
// part will look, and sets Markdown signs. Without it the form does all the same by its buttons.

const form = document.getElementById("draft");
const words = form.dataset;
let store = `draft:${words.user}:${location.pathname}`;
const SAVE_AFTER = 8000;
const COPY_AFTER = 500;
const status = document.createElement("p");
status.className = "fine saved";
status.setAttribute("role", "status");
form.append(status);

const typed = () =>
  JSON.stringify(
    [...new FormData(form)].filter(
      ([name, value]) => typeof value === "string" && !/^(csrfmiddlewaretoken|token|owner|key|note)$|_FORMS$|-(block|key)$/.test(name),
    ),
  );
let saved = typed();
let saving = false;
let timer, copyTimer;

function copy() {
  try {
    if (typed() === saved) localStorage.removeItem(store);
    else localStorage.setItem(store, typed());
  } catch {
    // A browser that keeps nothing still saves on the server.
  }
}

function hidden(name, value) {
  const field = form.elements[name] ?? form.appendChild(Object.assign(document.createElement("input"), { type: "hidden", name }));
  field.value = value;
}

async function save() {
  const sent = typed();
  if (saving || sent === saved || "waiting" in words) return;
  saving = true;
  const body = new FormData(form);
  for (const [name, value] of [...body]) if (value instanceof File) body.delete(name);
  try {
    const answer = await fetch(form.action, { method: "POST", body, headers: { "X-Autosave": "1" }, redirect: "manual" });
    const json = answer.headers.get("content-type")?.startsWith("application/json");
    if (answer.ok && json) {
      const { token, url, message } = await answer.json();
      saved = sent;
      localStorage.removeItem(store);
      hidden("token", token);
      form.action = url;
      history.replaceState(null, "", url);
      store = `draft:${words.user}:${url}`;
      status.textContent = message;
    } else if (answer.status === 409) {
      status.textContent = words.conflict;
      return;
    } else {
      status.textContent = words.signedOut;
    }
  } catch {
    status.textContent = words.offline;
  }
  saving = false;
}

form.addEventListener("input", () => {
  clearTimeout(timer);
  clearTimeout(copyTimer);
  timer = setTimeout(save, SAVE_AFTER);
  copyTimer = setTimeout(copy, COPY_AFTER);
});
form.addEventListener("submit", () => {
  clearTimeout(timer);
  copy();
});
addEventListener("pagehide", copy);

function restore(kept) {
  const seen = {};
  for (const [name, value] of kept) {
    const field = form.elements[name];
    const all = field instanceof RadioNodeList ? [...field] : [field];
    seen[name] ??= all.filter((one) => one && /checkbox|radio/.test(one.type)).forEach((one) => (one.checked = false)) ?? true;
    for (const one of all) {
      if (!one) continue;
      if (/checkbox|radio/.test(one.type)) one.checked ||= one.value === value;
      else one.value = value;
    }
  }
}

function offer() {
  let kept = null;
  try {
    kept = localStorage.getItem(store);
  } catch {
    return;
  }
  const here = new Set(JSON.parse(saved).map(String));
  if (!kept || JSON.parse(kept).every((one) => here.has(String(one)))) return;
  const box = document.createElement("div");
  box.className = "note";
  box.setAttribute("role", "status");
  box.append(paragraph(words.kept));
  const actions = paragraph("");
  actions.className = "actions";
  actions.append(
    button(words.restore, () => {
      restore(JSON.parse(kept));
      box.remove();
      save();
    }),
    button(words.discard, () => {
      localStorage.removeItem(store);
      box.remove();
    }),
  );
  box.append(actions);
  form.before(box);
}

function paragraph(text) {
  return Object.assign(document.createElement("p"), { textContent: text });
}

function button(text, act) {
  const made = Object.assign(document.createElement("button"), { type: "button", className: "button button--quiet", textContent: text });
  made.addEventListener("click", act);
  return made;
}

// The way that keeps the browser's own undo.
function put(area, text, from, to) {
  area.focus();
  area.setSelectionRange(from, to);
  if (!document.execCommand("insertText", false, text)) area.setRangeText(text, from, to, "end");
}

const SIGNS = {
  bold: (text) => `**${text}**`,
  italic: (text) => `*${text}*`,
  link: (text) => `[${text}](https://)`,
  list: (text) => text.split("\n").map((line) => `- ${line}`).join("\n"),
  numbers: (text) => text.split("\n").map((line, index) => `${index + 1}. ${line}`).join("\n"),
};

function tools(area) {
  const bar = document.createElement("div");
  bar.className = "tools";
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", area.labels[0].textContent);
  for (const [name, sign] of Object.entries(SIGNS)) {
    bar.append(
      button(words[name], () => {
        const { selectionStart: from, selectionEnd: to, value } = area;
        const text = sign(value.slice(from, to) || words.words);
        put(area, text, from, to);
        area.setSelectionRange(from, from + text.length);
      }),
    );
  }
  const shown = document.createElement("div");
  shown.className = "rich shown";
  shown.hidden = true;
  const look = button(words.look, async () => {
    const open = shown.hidden;
    if (open) {
      const body = new FormData();
      body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
      body.set("text", area.value);
      const answer = await fetch(words.render, { method: "POST", body, redirect: "manual" }).catch(() => null);
      if (!answer?.ok) return void (status.textContent = words.offline);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      shown.replaceChildren(...page.body.childNodes);
    }
    shown.hidden = !open;
    look.setAttribute("aria-expanded", String(open));
  });
  look.setAttribute("aria-expanded", "false");
  bar.append(look);
  area.before(bar);
  area.after(shown);
}

// A browser suggests for a whole field: the words before the last comma go before each suggestion.
function suggest(field) {
  const options = [...field.list.options];
  const known = options.map((option) => option.value);
  field.addEventListener("input", () => {
    const before = field.value.slice(0, field.value.lastIndexOf(",") + 1);
    options.forEach((option, place) => (option.value = before ? `${before} ${known[place]}` : known[place]));
  });
}

form.querySelectorAll("[data-markdown]").forEach(tools);
form.querySelectorAll("input[list]").forEach(suggest);
offer();
