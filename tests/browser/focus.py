"""What a page shows of the element that has the focus."""

# Its outline, its place, and whether something else covers it, as a dictionary.
FOCUSED = """() => {
  const element = document.activeElement;
  // The link of a card draws its outline around the card.
  const outlines = [getComputedStyle(element), getComputedStyle(element, '::after')].map(
    style => style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth));
  const box = element.getBoundingClientRect();
  const line = element.getClientRects()[0];
  // A browser scrolls to the caret of a tall text area, not to the whole of it.
  const middle = (Math.max(line.top, 0) + Math.min(line.bottom, innerHeight)) / 2;
  const seen = document.elementFromPoint(line.left + line.width / 2, middle);
  return {
    html: element.outerHTML.slice(0, 100),
    body: element === document.body,
    outline: Math.max(...outlines),
    width: box.width,
    height: box.height,
    inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    covered: !(seen && (element.contains(seen) || seen.contains(element))),
  };
}"""
