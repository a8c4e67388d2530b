// Marks the words of a statement by selecting them: what is selected is written into the form's fields, where it can also be typed.

const excerpt = document.querySelector("[data-excerpt]");
const fields = document.querySelector("[data-fields]");
const marking = document.querySelector("[data-marking]");
const roles = ["source", "cue", "content"];

// Every character of the excerpt with its place in the article, counted in code points.
const characters = new Map();

function pieces() {
  return [...excerpt.querySelectorAll("[data-at]")];
}

function start(piece) {
  return Number(piece.dataset.at);
}

// Whether a piece names one character that cannot be seen.
function isNamed(piece) {
  return piece.dataset.named === "true";
}

function length(piece) {
  return isNamed(piece) ? 1 : [...piece.textContent].length;
}

// The place in the article of a place in the page.
function placeOf(node, offset) {
  const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  const piece = element.closest("[data-at]");
  if (piece && node.nodeType === Node.TEXT_NODE) {
    if (isNamed(piece)) return start(piece) + (offset > 0 ? 1 : 0);
    return start(piece) + [...node.data.slice(0, offset)].length;
  }

  const all = pieces();
  const next = all.find(other => {
    const range = document.createRange();
    range.selectNode(other);
    return range.comparePoint(node, offset) < 0;
  });
  if (piece) return start(piece) + (offset > 0 ? length(piece) : 0);
  return next ? start(next) : start(all.at(-1)) + length(all.at(-1));
}

// What is selected, without blanks around it; null where nothing of the excerpt is.
function selected() {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!excerpt.contains(range.commonAncestorContainer)) return null;
  let from = placeOf(range.startContainer, range.startOffset);
  let to = placeOf(range.endContainer, range.endOffset);
  const isBlank = place => !/\S/u.test(characters.get(place) ?? " ");
  while (from < to && isBlank(from)) from++;
  while (to > from && isBlank(to - 1)) to--;
  return from < to ? { from, to } : null;
}

function words(from, to) {
  let text = "";
  for (let place = from; place < to; place++) text += characters.get(place) ?? " ";
  return text.replace(/\s+/gu, " ").trim();
}

// The ranges that a field holds, as far as it says where they stand.
function ranges(role) {
  return fields.elements[role].value.split("\n").map(line => /^\s*(\d{1,9})\s*[-–]\s*(\d{1,9})/u.exec(line))
    .filter(found => found).map(found => ({ from: Number(found[1]), to: Number(found[2]) }));
}

function paint() {
  const marked = roles.flatMap(role => ranges(role).map(range => ({ role, ...range })));
  const roleAt = place => marked.find(range => place >= range.from && place < range.to)?.role;
  for (const paragraph of excerpt.children) {
    const painted = [];
    for (const piece of paragraph.querySelectorAll("[data-at]")) {
      if (isNamed(piece)) {
        painted.push(newPiece(start(piece), piece.textContent, roleAt(start(piece)), true));
        continue;
      }

      let place = start(piece);
      for (const character of piece.textContent) {
        const last = painted.at(-1);
        const role = roleAt(place) ?? "";
        if (last && !last.isNamed && last.role === role && last.end === place) Object.assign(last, { text: last.text + character, end: place + 1 });
        else painted.push(newPiece(place, character, role, false));
        place++;
      }
    }

    paragraph.replaceChildren(...painted.map(element));
  }
}

function newPiece(at, text, role, isNamed) {
  return { at, text, role: role ?? "", isNamed, end: at + 1 };
}

function element(piece) {
  const span = document.createElement("span");
  span.dataset.at = piece.at;
  if (piece.isNamed) span.dataset.named = "true";
  if (piece.role) span.className = `marked is-${piece.role}`;
  span.textContent = piece.text;
  return span;
}

function mark(button) {
  const told = marking.querySelector("[data-told]");
  const range = selected();
  if (!range) {
    told.textContent = "Nothing is selected in the text.";
    return;
  }

  const field = fields.elements[button.dataset.mark];
  const line = `${range.from}-${range.to}: ${words(range.from, range.to)}`;
  const isMore = marking.querySelector("[data-more]").checked && field.value.trim() !== "";
  field.value = isMore ? `${field.value.trimEnd()}\n${line}` : line;
  told.textContent = `${button.textContent}: ${words(range.from, range.to)}`;
  document.getSelection().removeAllRanges();
  paint();
}

if (excerpt && fields && marking) {
  for (const piece of pieces()) {
    let place = start(piece);
    if (isNamed(piece)) characters.set(place, " ");
    else for (const character of piece.textContent) characters.set(place++, character);
  }

  // A button that takes the focus would take the selection with it.
  for (const button of marking.querySelectorAll("[data-mark]")) {
    button.addEventListener("mousedown", event => event.preventDefault());
    button.addEventListener("click", () => mark(button));
  }

  for (const role of roles) fields.elements[role].addEventListener("input", paint);
  marking.hidden = false;
}
