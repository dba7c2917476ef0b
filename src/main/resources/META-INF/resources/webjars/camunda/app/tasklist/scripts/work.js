// Counts on all filters, a start where work is, the way back after a login, and a lock for a desk that nobody sits at.
define(['angular'], angular => {
  const FILTERS = 'engine/engine/default/filter';
  const ANEW = 60 * 1000;
  /** As long as this, without a key or a mouse in any window of Tasklist, and the user is logged out. */
  const IDLE = 15 * 60 * 1000;
  /** As long as this, the server may take to end a session. */
  const PATIENCE = 20 * 1000;
  const SEEN = 'realname.seen';
  /** Who has opened which task in this window. */
  const OPEN = 'realname.open';
  /** That this window has shown the login since. With single sign-on, the login is another page, so it must be remembered. */
  const LEFT = 'realname.left';

  angular.module('realname.work', []).run(['$rootScope', '$location', ($rootScope, $location) => {
    const api = document.querySelector('base').getAttribute('app-root') + '/api/';
    const get = path => fetch(api + path, { credentials: 'same-origin', headers: { Accept: 'application/json' } })
      .then(answer => answer.ok ? answer.json() : Promise.reject(new Error(answer.status)));

    let filters = [];
    /** Whether it was decided where this login begins. */
    let begun = false;

    async function count() {
      if (document.visibilityState !== 'visible' || $location.path() !== '/') {
        return;
      }
      try {
        const found = await get(FILTERS + '?resourceType=Task&maxResults=50');
        filters = await Promise.all(found
          .sort((one, other) => (one.properties.priority || 0) - (other.properties.priority || 0))
          .map(async filter => ({ id: filter.id, name: filter.name, count: (await get(FILTERS + '/' + filter.id + '/count')).count })));
        show();
        begin();
      } catch (e) {
        // Logged out, or the server is away: Tasklist says so.
      }
    }

    /** Tasklist shows the count of the filter that is chosen. */
    function show() {
      document.querySelectorAll('.task-filters .task-filter').forEach(item => {
        const name = item.querySelector('.name a');
        const filter = name && filters.find(one => name.firstChild.textContent.trim() === one.name);
        if (filter) {
          const shown = name.querySelector('.count-of-filter') || name.appendChild(document.createElement('span'));
          shown.className = 'count-of-filter';
          shown.textContent = item.classList.contains('active') ? '' : ' (' + filter.count + ')';
        }
      });
    }

    /** The first filter that has a task, unless the address names a task. */
    function begin() {
      if (begun || !filters.length) {
        return;
      }
      begun = true;
      const full = filters.find(filter => filter.count > 0);
      const { task, filter } = $location.search();
      if (full && !task && (!filter || filter === filters[0].id) && full.id !== filter) {
        $rootScope.$apply(() => $location.search('filter', full.id).replace());
      }
    }

    const user = () => ($rootScope.authentication || {}).name;
    let loggedOut = sessionStorage.getItem(LEFT) !== null;

    function leave(left) {
      loggedOut = left;
      if (left) {
        sessionStorage.setItem(LEFT, '');
      } else {
        sessionStorage.removeItem(LEFT);
      }
    }

    /** A session that ended in the middle of a case: the same person finds the case open after the login. */
    function goBack() {
      const [person, task] = JSON.parse(sessionStorage.getItem(OPEN) || '[]');
      if ($location.search().task) {
        leave(false);
        sessionStorage.setItem(OPEN, JSON.stringify([user(), $location.search().task]));
      } else if (loggedOut && user()) {
        leave(false);
        if (task && person === user()) {
          $location.search('task', task).replace();
        }
      } else if (!loggedOut) {
        sessionStorage.removeItem(OPEN);
      }
    }

    $rootScope.$on('$locationChangeSuccess', () => {
      if ($location.path() === '/login') {
        begun = false;
        leave(true);
      } else {
        goBack();
        setTimeout(filters.length ? show : count, 300);
      }
    });
    setInterval(count, ANEW);
    count();

    const seen = () => Number(localStorage.getItem(SEEN)) || 0;
    const see = () => {
      if (Date.now() - seen() > 5000) {
        localStorage.setItem(SEEN, String(Date.now()));
      }
    };
    ['keydown', 'pointerdown', 'pointermove', 'wheel'].forEach(event => document.addEventListener(event, see, { capture: true, passive: true }));
    see();

    const token = () => decodeURIComponent((document.cookie.match(/(?:^|; )XSRF-TOKEN=([^;]*)/) || [])[1] || '');
    const account = api + 'admin/auth/user/default';
    const ask = (path, request) => fetch(account + path, { credentials: 'same-origin', signal: AbortSignal.timeout(PATIENCE), ...request });
    const logOut = () => ask('/logout', { method: 'POST', headers: { 'X-XSRF-TOKEN': token() } });
    /** With single sign-on, the answer to somebody who is not is a redirect. */
    const isLoggedIn = () => ask('', { redirect: 'manual' }).then(answer => answer.ok);

    const isHidden = () => document.body.style.display === 'none';
    let ending = false;

    /** What the page showed is hidden at once. If the server doesn't end the session, the next look tries again. */
    async function lock() {
      if (ending) {
        return;
      }
      ending = true;
      if (!isHidden()) {
        document.body.style.display = 'none';
        // Where single sign-on leads the next person who logs in here. Tasklist may go to its login before the server has answered.
        sessionStorage.setItem('realname.wanted', location.pathname + location.search + location.hash);
      }
      try {
        await logOut();
        if (!await isLoggedIn()) {
          leave(true);
          location.reload();
        }
      } catch (e) {
        // The server is away.
      } finally {
        ending = false;
      }
    }

    setInterval(() => {
      const idle = $location.path() !== '/login' && Date.now() - seen() > (window.realnameIdle || IDLE);
      if (idle || isHidden()) {
        lock();
      }
    }, 5000);
  }]);
});
