// Shows how far adding is without reloading the page, and goes where its result is.
import { documentAt, takeOver } from './documents.js';

const told = document.getElementById('told');
let failures = 0;

async function look() {
  try {
    const { page, address } = await documentAt(location.href);
    failures = 0;
    if (new URL(address).pathname !== location.pathname) return location.replace(address);
    if (page.getElementById('job').dataset.running === 'no') return location.reload();
    takeOver('job', page);
  } catch {
    if (++failures > 20) {
      told.textContent = 'The server does not answer.';
      return;
    }
  }

  setTimeout(look, 700);
}

told.textContent = 'Adding goes on. This page changes when it is done.';
setTimeout(look, 300);
