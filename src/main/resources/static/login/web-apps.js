// In each web app: nobody is logged in, so it shows its form, which is of no use. To the provider instead.
const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');

function leave() {
  if (/^#\/login\b/.test(location.hash)) {
    location.replace(root + '/login?to=' + encodeURIComponent(location.pathname + location.search));
  }
}
addEventListener('hashchange', leave);
leave();

export default [];
