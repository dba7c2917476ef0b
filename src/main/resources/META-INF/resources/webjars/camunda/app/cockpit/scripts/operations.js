// Links in Cockpit's navigation to our own pages: cases by account and payments whose answer got lost; the diagrams with their figures.
const zh = navigator.language.toLowerCase().startsWith('zh');
const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');

const link = (id, path, text) => ({
  id,
  pluginPoint: 'cockpit.navigation',
  priority: 1,
  render: node => {
    const made = Object.assign(document.createElement('a'), { href: root + path, textContent: text });
    // Cockpit is one page: without a target it would look for the address among its own views.
    made.target = '_self';
    node.append(made);
  }
});

export default [
  link('realname.operations', '/operations/', zh ? '案件与打款' : 'Cases and payments'),
  link('realname.diagrams', '/diagrams/', zh ? '流程图' : 'Diagrams')
];
