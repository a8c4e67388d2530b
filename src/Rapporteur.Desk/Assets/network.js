// Adds to the drawing of who speaks about whom: larger and smaller, moving by dragging, and lighting up the neighbours of whoever is
// pointed at. Moving by keys and fingers is the browser's own: the drawing lies in a region that scrolls.

const step = 1.25, smallest = 0.1, largest = 6;

for (const figure of document.querySelectorAll('[data-network]')) {
  const svg = figure.querySelector('svg'), canvas = figure.querySelector('.canvas');
  const [width, height] = ['width', 'height'].map(name => Number(svg.getAttribute(name)));
  let scale = 1;

  const show = (to, atX = canvas.clientWidth / 2, atY = canvas.clientHeight / 2) => {
    to = Math.min(Math.max(to, smallest), largest);
    const [x, y] = [(canvas.scrollLeft + atX) / scale, (canvas.scrollTop + atY) / scale];
    scale = to;
    svg.setAttribute('width', (width * scale).toFixed(1));
    svg.setAttribute('height', (height * scale).toFixed(1));
    canvas.scrollTo(x * scale - atX, y * scale - atY);
  };
  const whole = () => show(Math.min(canvas.clientWidth / width, canvas.clientHeight / height));

  const zooms = { in: () => show(scale * step), out: () => show(scale / step), all: whole };
  const controls = figure.querySelector('[data-controls]');
  controls.hidden = false;
  controls.addEventListener('click', event => zooms[event.target.closest('[data-zoom]')?.dataset.zoom]?.());

  const keys = { '+': zooms.in, '=': zooms.in, '-': zooms.out, 0: zooms.all };
  canvas.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });

  canvas.addEventListener('wheel', event => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const box = canvas.getBoundingClientRect();
    show(event.deltaY < 0 ? scale * step : scale / step, event.clientX - box.left, event.clientY - box.top);
  }, { passive: false });

  let from = null, dragged = false;
  canvas.addEventListener('pointerdown', event => {
    if (event.button !== 0 || event.pointerType !== 'mouse') return;
    from = [event.clientX, event.clientY];
    dragged = false;
  });
  addEventListener('pointermove', event => {
    if (!from) return;
    const [byX, byY] = [from[0] - event.clientX, from[1] - event.clientY];
    if (!dragged && Math.hypot(byX, byY) < 5) return;
    dragged = true;
    from = [event.clientX, event.clientY];
    canvas.scrollBy(byX, byY);
  });
  addEventListener('pointerup', () => { from = null; });
  svg.addEventListener('dragstart', event => event.preventDefault());
  svg.addEventListener('click', event => { if (dragged) event.preventDefault(); });

  const nodes = [...svg.querySelectorAll('[data-node]')], lines = [...svg.querySelectorAll('[data-from]')];
  const light = node => {
    const near = node ? new Set([node.dataset.node, ...node.dataset.near.split(' ')]) : null;
    svg.classList.toggle('lit', node !== null);
    for (const other of nodes) other.classList.toggle('near', near?.has(other.dataset.node) ?? false);
    for (const line of lines) line.classList.toggle('near', node !== null && (line.dataset.from === node.dataset.node || line.dataset.to === node.dataset.node));
  };
  svg.addEventListener('focusin', event => light(event.target.closest('[data-node]')));
  svg.addEventListener('focusout', () => light(null));
  svg.addEventListener('pointerover', event => { if (!from) light(event.target.closest('[data-node]') ?? svg.querySelector('[data-node]:focus')); });
  svg.addEventListener('pointerleave', () => light(svg.querySelector('[data-node]:focus')));
}
