// Goes where the person wanted to go, if that is here.
const start = document.getElementById('next').href;
const wanted = new URL(sessionStorage.getItem('realname.wanted') || start, location.origin);
sessionStorage.removeItem('realname.wanted');
// A page of the web apps brings the token against forged requests, which the operators' page needs too.
try {
  await fetch(start, { credentials: 'same-origin' });
} finally {
  location.replace(wanted.origin === location.origin ? wanted.href : start);
}
