// A link in Cockpit's navigation to the operators' page: cases by account, and payments whose answer got lost.
const zh = navigator.language.toLowerCase().startsWith('zh');
const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');

export default {
  id: 'realname.operations',
  pluginPoint: 'cockpit.navigation',
  priority: 1,
  render: node => {
    const link = Object.assign(document.createElement('a'), { href: root + '/operations/', textContent: zh ? '案件与打款' : 'Cases and payments' });
    // Cockpit is one page: without a target it would look for the address among its own views.
    link.target = '_self';
    node.append(link);
  }
};
