/* The least that a page can do for a tick: change one text, put one row, strictly durable. */
const count = Number(new URLSearchParams(location.search).get('rows') ?? 60);
const rows = document.getElementById('rows');
for (let at = 0; at < count; at += 1) {
  const row = document.createElement('li');
  const button = document.createElement('button');
  button.textContent = `Item ${at} `;
  const answer = document.createElement('b');
  answer.textContent = '-';
  button.append(answer);
  row.append(button);
  rows.append(row);
}
const opened = indexedDB.open('floor', 1);
opened.onupgradeneeded = () => opened.result.createObjectStore('rows');
opened.onsuccess = () => {
  const database = opened.result;
  let key = 0;
  rows.addEventListener('click', (event) => {
    const answer = event.target.closest('button')?.querySelector('b');
    if (!answer) return;
    answer.textContent = answer.textContent === 'yes' ? 'no' : 'yes';
    const store = database.transaction('rows', 'readwrite', { durability: 'strict' }).objectStore('rows');
    key += 1;
    store.put(new Uint8Array(400), key);
  });
  document.body.dataset.ready = 'yes';
};
if ('serviceWorker' in navigator) navigator.serviceWorker.register('/sw.js');
