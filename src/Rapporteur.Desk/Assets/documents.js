// A page of this server, parsed by the browser and not yet shown.
export function documentAt(address) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.responseType = 'document';
    request.onload = () => request.status === 200 && request.response ? resolve({ page: request.response, address: request.responseURL }) : reject(new Error(`${request.status}`));
    request.onerror = () => reject(new Error('no answer'));
    request.send();
  });
}

// Puts what an element of another page holds in the place of what the same element holds here.
export function takeOver(id, page) {
  document.getElementById(id).replaceChildren(...[...page.getElementById(id).childNodes].map(node => document.adoptNode(node)));
}
