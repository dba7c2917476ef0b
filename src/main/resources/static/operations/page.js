// What the pages of operators and analysts share. Texts are set as text, so no answer can bring markup along.
export const root = location.pathname.replace(/\/(operations|diagrams)\/.*$/, '');
export const zh = navigator.language.toLowerCase().startsWith('zh');
export const language = zh ? 'zh-CN' : 'en';
export const say = (english, chinese) => zh ? chinese : english;
export const main = document.getElementById('main');
let token = null;

export function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.filter(child => child !== null && child !== undefined));
  return made;
}

/** Beijing time, as the providers' portals show it. */
export const time = at => at ? new Date(at).toLocaleString(zh ? 'zh-CN' : 'en-GB', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'Asia/Shanghai' }) : '–';

export const table = (head, rows) => element('table', {},
  element('thead', {}, element('tr', {}, ...head.map(text => element('th', { scope: 'col' }, text)))),
  element('tbody', {}, ...rows.map(row => element('tr', {}, ...row.map(cell => element('td', {}, cell === null || cell === undefined ? '–' : cell))))));

export const facts = pairs => element('dl', {}, ...pairs.filter(([, value]) => value).flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]));

export const fault = text => element('p', { className: 'fault', role: 'alert' }, text);

/** The answer's JSON, or its text. If the request is refused, throws the reason in the reader's language. */
export async function request(method, path, body) {
  const headers = { Accept: 'application/json, */*;q=0.1', 'Accept-Language': language };
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
    headers['X-XSRF-TOKEN'] = token;
  }
  let answer;
  try {
    answer = await fetch(root + '/' + path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body), credentials: 'same-origin', cache: 'no-store' });
  } catch (e) {
    throw new Error(say('The server cannot be reached. Please try again.', '无法连接服务器，请重试。'));
  }
  if (answer.status === 204) {
    return null;
  }
  if (answer.ok && !answer.headers.get('Content-Type').includes('json')) {
    return answer.text();
  }
  const json = await answer.json();
  if (answer.ok) {
    return json;
  }
  if (answer.status === 401 && token !== null) {
    outside(say('Your login has ended. Please log in to Cockpit, and then open this page again.', '登录已失效。请登录 Cockpit 后重新打开此页面。'));
  }
  const wait = answer.headers.get('Retry-After');
  const errors = (json.errors || []).map(error => error.detail);
  throw new Error([...(errors.length > 0 ? errors : [json.detail]), wait ? say('Wait ' + wait + ' seconds.', '请等待 ' + wait + ' 秒。') : ''].join(' '));
}

/** Runs once at a time, and shows in the region what went wrong. */
export async function busy(button, region, work) {
  button.disabled = true;
  try {
    await work();
  } catch (e) {
    region.replaceChildren(fault(e.message));
  } finally {
    button.disabled = false;
  }
}

export function outside(text) {
  main.replaceChildren(element('section', {}, element('p', {}, text),
    element('p', {}, element('a', { href: root + '/camunda/app/cockpit/' }, say('To Cockpit', '前往 Cockpit')))));
}

/** Shows the page to whoever is logged in to the web apps as an operator or analyst; leads others to Cockpit. */
export async function begin(title, show) {
  document.documentElement.lang = language;
  document.title = title;
  document.querySelector('h1').textContent = title;
  try {
    const session = await request('GET', 'operations/session');
    token = session.token;
    const page = location.pathname.includes('/diagrams/')
      ? element('a', { href: root + '/operations/' }, say('Cases and payments', '案件与打款'))
      : element('a', { href: root + '/diagrams/' }, say('Diagrams', '流程图'));
    document.getElementById('who').replaceChildren(session.user + ' · ', page, ' · ', element('a', { href: root + '/camunda/app/cockpit/' }, 'Cockpit'));
    if (token === null) {
      outside(say('Please open Cockpit first, and then open this page again.', '请先打开 Cockpit，再重新打开此页面。'));
    } else {
      await show(session);
    }
  } catch (e) {
    outside(say('This page is for operators and analysts who are logged in to Cockpit. ', '此页面仅供已登录 Cockpit 的运维人员和分析师使用。') + e.message);
  }
}
