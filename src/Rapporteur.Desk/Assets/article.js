// Adds to an article's page: evidence in a panel, layers without a reload, notes beside their lines. All of it is on the page without
// this script too, below the text.
import { documentAt, takeOver } from './documents.js';

const panel = document.getElementById('panel');
const content = document.getElementById('panel-content');
const reading = document.getElementById('reading');
const layers = document.getElementById('layers');
let opener = null;

function statementsOf(element) {
  return (element.dataset.s ?? '').split(' ').filter(Boolean);
}

// What an element is about: ids of what the page says below its text, the narrowest first.
function aboutOf(element) {
  if (element.matches('.ref, .notes a')) return [element.hash.slice(1)];
  const others = (element.dataset.about ?? '').split(' ').filter(Boolean);
  return [...others.reverse(), ...statementsOf(element).reverse().map(number => `about-s${number}`)];
}

// A copy of what is said, made fit to stand outside its list or table.
function copyOf(id) {
  const original = document.getElementById(id);
  if (!original) return null;
  const copy = document.createElement('section');
  if (original.matches('tr')) {
    const heads = original.closest('table').querySelectorAll('thead th');
    const list = document.createElement('dl');
    list.className = 'known';
    [...original.children].forEach((cell, i) => {
      if (!cell.textContent.trim()) return;
      const row = document.createElement('div');
      const name = document.createElement('dt');
      const value = document.createElement('dd');
      name.textContent = heads[i].textContent;
      value.append(...[...cell.cloneNode(true).childNodes]);
      row.append(name, value);
      list.append(row);
    });
    copy.append(list);
  } else {
    copy.append(...[...original.cloneNode(true).childNodes]);
  }

  for (const element of copy.querySelectorAll('[id]')) element.removeAttribute('id');
  for (const head of copy.querySelectorAll('h3')) {
    const higher = document.createElement('h2'); // the panel comes before the sections
    higher.append(...head.childNodes);
    head.replaceWith(higher);
  }

  return copy;
}

function choose(numbers) {
  for (const element of document.querySelectorAll('.chosen')) element.classList.remove('chosen');
  for (const number of numbers)
    for (const element of reading.querySelectorAll(`[data-s~="${number}"]`)) element.classList.add('chosen');
}

function open(ids, from) {
  const copies = ids.map(copyOf).filter(Boolean);
  if (copies.length === 0) return false;
  content.replaceChildren(...copies);
  opener = from;
  choose(ids.map(id => /^about-s(\d+)$/.exec(id)?.[1]).filter(Boolean));
  panel.hidden = false;
  panel.scrollTop = 0;
  panel.focus({ preventScroll: true });
  return true;
}

function close() {
  if (panel.hidden) return;
  panel.hidden = true;
  choose([]);
  opener?.focus?.({ preventScroll: true });
  opener = null;
}

reading.addEventListener('click', event => {
  const element = event.target.closest('.ref, .notes a, [data-about], [data-s]');
  if (!element || event.ctrlKey || event.metaKey || !getSelection().isCollapsed) return;
  if (open(aboutOf(element), element)) {
    event.preventDefault();
    const numbers = element.matches('.ref, .notes a') ? [element.hash.replace('#about-s', '')] : statementsOf(element).slice(-1);
    if (numbers.length > 0) history.replaceState(null, '', `#s${numbers[0]}`);
  }
});
document.getElementById('panel-close').addEventListener('click', close);
document.addEventListener('keydown', event => {
  if (event.key === 'Escape') close();
});

// #s3 opens statement 3, also where only the panel would show it.
function openAddressed() {
  const number = /^#s(\d+)$/.exec(location.hash)?.[1];
  const place = number && document.getElementById(`s${number}`);
  if (place) open([`about-s${number}`], place);
}
addEventListener('hashchange', openAddressed);

// The server marks what is asked for; its answer is taken over in place, so that focus and scrolling stay.
async function mark() {
  const query = new URLSearchParams(new FormData(layers));
  const address = `${layers.action}?${query}`;
  takeOver('reading', (await documentAt(address)).page);
  history.replaceState(null, '', `?${query}${location.hash}`);
  align();
}

layers.addEventListener('change', () => mark().catch(() => layers.submit()));
layers.querySelector('button').hidden = true;
if (matchMedia('(max-width: 40rem)').matches) layers.parentElement.open = false;

// Notes stand beside the line in which their statement begins, or as near below it as those before leave room. All is measured before
// anything is moved, so that the page is laid out once however many notes there are.
function align() {
  const lists = [...reading.querySelectorAll('.notes')];
  for (const note of reading.querySelectorAll('.notes li')) note.style.paddingTop = '';
  if (!matchMedia('(min-width: 60rem)').matches) return;
  const moves = [];
  for (const list of lists) {
    let moved = 0;
    for (const note of list.children) {
      const place = document.getElementById(`s${note.dataset.note}`);
      if (!place) continue;
      const gap = place.getBoundingClientRect().top - note.getBoundingClientRect().top - moved;
      if (gap <= 1) continue;
      moved += gap;
      moves.push([note, gap]);
    }
  }

  for (const [note, gap] of moves) note.style.paddingTop = `${gap}px`;
}
addEventListener('resize', align);
document.fonts.ready.then(align);
align();
openAddressed();
