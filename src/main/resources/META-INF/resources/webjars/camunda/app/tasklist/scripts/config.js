export default {
  app: { name: 'Tasklist', vendor: 'realname' },
  // By the first part of the browser's language; zh is ours.
  locales: { availableLocales: ['en', 'zh'], fallbackLocale: 'en' },
  // The notice is the upstream vendor's; our own people know where they are.
  disableWelcomeMessage: true,
  customScripts: ['../../assets/realname/login'],
  // Our own part of Tasklist, which begins once it is there: by default it gives up after 7 seconds, and shows nothing.
  requireJsConfig: { ngDeps: ['realname.order', 'realname.work', 'realname.names', 'realname.team'], deps: ['scripts/order', 'scripts/work', 'scripts/names', 'scripts/team'], waitSeconds: 0 },
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'claims the currently selected task' },
    focusFilter: { key: 'ctrl+shift+f', description: 'set the focus to the first filter in the list' },
    focusList: { key: 'ctrl+alt+l', description: 'sets the focus to the first task in the list' },
    focusForm: { key: 'ctrl+alt+f', description: 'sets the focus to the first input field in a task form' }
  }
};
