// Due first is first in the list. Tasklist knows no default order but "newest first": it keeps the order in the address.
const FIRST = JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]);

function sort() {
  const [path, query] = location.hash.split('?');
  const parameters = new URLSearchParams(query);
  if (path === '#/' && !parameters.has('sorting')) {
    parameters.set('sorting', FIRST);
    location.replace('#/?' + parameters);
  }
}

window.addEventListener('hashchange', sort);
sort();

export default {
  app: { name: 'Tasklist', vendor: 'realname' },
  // By the first part of the browser's language; zh is ours.
  locales: { availableLocales: ['en', 'zh'], fallbackLocale: 'en' },
  // The notice is the upstream vendor's; our own people know where they are.
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'claims the currently selected task' },
    focusFilter: { key: 'ctrl+shift+f', description: 'set the focus to the first filter in the list' },
    focusList: { key: 'ctrl+alt+l', description: 'sets the focus to the first task in the list' },
    focusForm: { key: 'ctrl+alt+f', description: 'sets the focus to the first input field in a task form' }
  }
};
