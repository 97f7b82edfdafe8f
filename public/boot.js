/*
 * Runs before the first paint, outside of the app's code: applies the look, so that the
 * screen does not change its light or language, and offers a repair when the app does not start.
 * Plain and old-fashioned on purpose; it has to work where the rest does not. It never
 * touches the database.
 */
(function () {
  'use strict';
  var root = document.documentElement;
  var triesKey = 'qc.boot-tries';
  var problem = false;
  var words = {
    en: {
      missing: ['A part of the app is not on this tablet. Your meetings are safe.', 'With Wi-Fi, the app can be fetched again:'],
      fetch: 'Fetch the app again',
      offline: ['Fetching the app again needs Wi-Fi. Your meetings are safe; nothing was changed.']
    },
    es: {
      missing: ['Una parte de la aplicación no está en esta tableta. Sus reuniones están a salvo.', 'Con wifi se puede obtener la aplicación de nuevo:'],
      fetch: 'Obtener la aplicación de nuevo',
      offline: ['Obtener la aplicación de nuevo requiere wifi. Sus reuniones están a salvo; no se cambió nada.']
    }
  };
  var says = words.en;

  function applyLook() {
    var look = {};
    try {
      look = JSON.parse(localStorage.getItem('qc.look') || '{}') || {};
    } catch (_unreadable) {
      // The look is a convenience: unreadable or barred, the app starts in its usual one.
      look = {};
    }
    var dim = look.theme === 'dim' || (look.theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
    if (dim) root.setAttribute('data-theme', 'dim');
    if (look.hand === 'left') root.setAttribute('data-hand', 'left');
    if (look.textPercent >= 90 && look.textPercent <= 200) root.style.fontSize = look.textPercent + '%';
    var colour = document.querySelector('meta[name="theme-color"]');
    if (dim && colour) colour.setAttribute('content', '#1F1C18');
    if (speaksSpanish(look)) {
      says = words.es;
      root.lang = 'es-US';
    }
  }

  // The kept language, else the first of the browser's that the app speaks: as in src/app/look.ts.
  function speaksSpanish(look) {
    var known = [look.language].concat(navigator.languages || []).map(function (tag) {
      return String(tag).toLowerCase().split('-')[0];
    }).filter(function (tag) { return tag === 'en' || tag === 'es'; });
    return known[0] === 'es';
  }

  function tries(next) {
    try {
      if (next === undefined) return Number(sessionStorage.getItem(triesKey)) || 0;
      sessionStorage.setItem(triesKey, String(next));
    } catch (_barred) {
      // Without session storage nothing can be counted: the repair is offered at once.
      return 1;
    }
    return next;
  }

  function isStarted() {
    return root.hasAttribute('data-started');
  }

  function moduleMissing() {
    if (problem || isStarted()) return;
    problem = true;
    if (tries() === 0) {
      tries(1);
      location.reload();
    } else {
      whenParsed(offerRepair);
    }
  }

  function whenParsed(then) {
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', then);
    else then();
  }

  function show(sentences, action) {
    var panel = document.createElement('main');
    panel.id = 'repair';
    panel.setAttribute('role', 'status');
    sentences.forEach(function (sentence) {
      var line = document.createElement('p');
      line.textContent = sentence;
      panel.appendChild(line);
    });
    if (action) panel.appendChild(action);
    var earlier = document.getElementById('repair');
    if (earlier) earlier.replaceWith(panel);
    else document.body.appendChild(panel);
  }

  function offerRepair() {
    var link = document.createElement('a');
    link.href = '/?reset-shell';
    link.textContent = says.fetch;
    show(says.missing, link);
  }

  function resetShell() {
    root.setAttribute('data-resetting', '');
    fetch('/sw.js', { cache: 'no-store' })
      .then(function (answer) {
        var kind = answer.headers.get('content-type') || '';
        if (!answer.ok || kind.indexOf('javascript') < 0) throw new TypeError('Not the hub');
        return dropCopy();
      })
      .then(function () {
        tries(0);
        location.replace('/');
      })
      .catch(function () {
        whenParsed(function () {
          show(says.offline);
        });
      });
  }

  function dropCopy() {
    var workers = navigator.serviceWorker
      ? navigator.serviceWorker.getRegistrations().then(function (all) {
          return Promise.all(all.map(function (one) { return one.unregister(); }));
        })
      : Promise.resolve();
    return workers.then(function () {
      if (!window.caches) return undefined;
      return caches.keys().then(function (names) {
        return Promise.all(names.map(function (name) { return caches.delete(name); }));
      });
    });
  }

  applyLook();
  if (/[?&]reset-shell\b/.test(location.search)) {
    resetShell();
    return;
  }
  // Errors of loading do not bubble, hence `true`; a part of the module's graph counts as the module.
  addEventListener('error', function (event) {
    var from = event.target;
    if (from && from.tagName === 'SCRIPT' && from.type === 'module') moduleMissing();
  }, true);
  addEventListener('load', function () {
    if (!problem) tries(0);
  });
})();
