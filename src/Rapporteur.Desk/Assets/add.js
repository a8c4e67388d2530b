// Files may be dropped anywhere on their form; what is wrong is gone to at once.
const drop = document.getElementById('drop');
const files = document.getElementById('files');

function isOver(event) {
  return event.dataTransfer?.types.includes('Files');
}

for (const kind of ['dragenter', 'dragover'])
  drop.addEventListener(kind, event => {
    if (!isOver(event)) return;
    event.preventDefault();
    drop.classList.add('over');
  });
for (const kind of ['dragleave', 'drop']) drop.addEventListener(kind, () => drop.classList.remove('over'));
drop.addEventListener('drop', event => {
  if (!isOver(event)) return;
  event.preventDefault();
  files.files = event.dataTransfer.files;
  if (files.files.length > 0) drop.requestSubmit();
});
document.getElementById('problem')?.scrollIntoView({ block: 'center' });
