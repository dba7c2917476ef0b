export default {
  app: { name: 'Welcome', vendor: 'realname' },
  // The notice is the upstream vendor's; our own people know where they are.
  disableWelcomeMessage: true,
  customScripts: ['../../assets/realname/login']
};
