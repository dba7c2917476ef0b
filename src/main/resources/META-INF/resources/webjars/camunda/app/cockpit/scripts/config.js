export default {
  app: { name: 'Cockpit', vendor: 'realname' },
  // The notice is the upstream vendor's; our own people know where they are.
  disableWelcomeMessage: true,
  customScripts: ['scripts/operations', '../../assets/realname/login']
};
