// Two versions of a decision table, rule by rule.
import { element, say } from '../operations/page.js';

const children = (node, name) => [...node.children].filter(child => child.localName === name);
const cell = node => node.textContent.trim();

function read(xml) {
  const file = new DOMParser().parseFromString(xml, 'text/xml');
  const found = file.getElementsByTagNameNS('*', 'decisionTable')[0];
  const inputs = children(found, 'input').map(one => one.getAttribute('label') || cell(one));
  const outputs = children(found, 'output').map(one => one.getAttribute('label') || one.getAttribute('name'));
  const rules = children(found, 'rule').map(rule => ({
    id: rule.id || rule.getAttribute('id'),
    cells: [...children(rule, 'inputEntry'), ...children(rule, 'outputEntry')].map(cell)
  }));
  return { hitPolicy: found.getAttribute('hitPolicy') || 'UNIQUE', head: [...inputs, ...outputs], rules };
}

export function compareTables(beforeXml, afterXml) {
  const before = read(beforeXml);
  const after = read(afterXml);
  const old = new Map(before.rules.map(rule => [rule.id, rule]));
  const young = new Set(after.rules.map(rule => rule.id));
  const rows = after.rules.map(rule => ({ rule, before: old.get(rule.id) }))
    .concat(before.rules.filter(rule => !young.has(rule.id)).map(rule => ({ rule: null, before: rule })));
  const differ = rows.filter(({ rule, before: was }) => !rule || !was || rule.cells.some((text, n) => text !== was.cells[n]));
  const show = ({ rule, before: was }) => (rule || was).cells.map((text, n) => {
    const [from, to] = [was?.cells[n], rule?.cells[n]];
    return from === to ? text || '–' : element('span', {}, from === undefined ? null : element('del', {}, from || '–'), from !== undefined && to !== undefined ? ' → ' : '', to === undefined ? null : element('ins', {}, to || '–'));
  });
  const how = ({ rule, before: was }) => !was ? say('added', '新增') : !rule ? say('removed', '删除') : say('changed', '修改');
  const head = [say('What', '变化'), ...after.head];
  return element('div', { id: 'differences' },
    before.hitPolicy === after.hitPolicy ? null : element('p', {}, say('Hit policy: ', '命中策略：'), element('del', {}, before.hitPolicy), ' → ', element('ins', {}, after.hitPolicy)),
    before.head.join() === after.head.join() ? null : element('p', {}, say('Columns: ', '列：'), element('del', {}, before.head.join(', ')), ' → ', element('ins', {}, after.head.join(', '))),
    differ.length === 0 ? element('p', {}, say('The rules of the two versions do not differ.', '两个版本的规则没有差异。')) : element('table', {},
      element('thead', {}, element('tr', {}, ...head.map(text => element('th', { scope: 'col' }, text)))),
      element('tbody', {}, ...differ.map(one => element('tr', {}, element('td', {}, how(one)), ...show(one).map(content => element('td', {}, content)))))),
    element('p', { className: 'help' }, rows.length - differ.length + say(' rules are the same.', ' 条规则相同。')));
}
