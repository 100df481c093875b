// Follows the worker without a reload of the page.
const follow = async () => {
  const answer = await fetch(location.href);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const next = page.getElementById("branch");
  if (!next) return;
  const shown = document.getElementById("branch");
  shown.replaceChildren(...next.childNodes);
  if (next.dataset.busy === "yes") setTimeout(follow, 2000);
};
setTimeout(follow, 2000);
