// Remembers, for this tab, where the person wanted to go, with what is behind the # and no server sees. Then to the provider.
const wanted = new URLSearchParams(location.search).get('to');
if (wanted) {
  sessionStorage.setItem('realname.wanted', wanted + location.hash);
}
location.replace(document.getElementById('next').href);
