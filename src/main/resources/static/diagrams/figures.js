// How many applications went each way in a period, and where they wait now, on the diagram and as tables.
import { element, say } from '../operations/page.js';
import { canvas, figure } from './canvas.js';

const NUMBER = new Intl.NumberFormat();
const percent = share => share === 0 ? '0 %' : share < 0.01 ? '< 1 %' : Math.round(share * 100) + ' %';

/** A time with its two largest units, such as 2 h 5 min. */
export function duration(ms) {
  if (ms === null || ms === undefined) {
    return null;
  }
  if (ms < 1000) {
    return ms + ' ms';
  }
  const units = [[86400000, say('d', '天')], [3600000, say('h', '小时')], [60000, say('min', '分')], [1000, say('s', '秒')]];
  const at = units.findIndex(([size]) => ms >= size);
  const [size, unit] = units[at];
  const rest = units[at + 1] ? Math.floor((ms % size) / units[at + 1][0]) : 0;
  return Math.floor(ms / size) + ' ' + unit + (rest > 0 ? ' ' + rest + ' ' + units[at + 1][1] : '');
}

const numbers = (head, rows) => rows.length === 0 ? element('p', {}, say('None in this period.', '此期间没有。')) : element('table', {},
  element('thead', {}, element('tr', {}, ...head.map((text, n) => element('th', { scope: 'col', className: n > 0 ? 'number' : '' }, text)))),
  element('tbody', {}, ...rows.map(row => element('tr', {}, ...row.map((cell, n) => element('td', { className: n > 0 ? 'number' : '' }, cell ?? '–'))))));

export async function figures(region, xml, shown) {
  const holder = figure(say('How often each step was passed: ', '各步骤经过次数：'));
  const tables = element('div', {});
  region.replaceChildren(legend(), holder.element, tables);
  holder.element.querySelector('figcaption').append(NUMBER.format(shown.started) + say(' were started in this period.', ' 件在此期间开始。'));
  const viewer = await canvas.diagram(holder.canvas, xml);
  paint(viewer, shown);
  const registry = viewer.get('elementRegistry');
  const named = step => step.name || registry.get(step.id)?.businessObject.$type.replace('bpmn:', '') || step.id;
  const byId = new Map(shown.steps.map(step => [step.id, step]));

  const way = shown.way.map(id => byId.get(id) || { id, name: registry.get(id)?.businessObject.name || '', type: registry.get(id)?.type || '', passed: 0 })
    .filter(step => !/gateway/i.test(step.type));
  const ends = shown.steps.filter(step => step.end && step.passed > 0).sort((a, b) => b.passed - a.passed);
  const waits = shown.steps.filter(step => step.waiting > 0 || step.medianMs !== null && step.medianMs !== undefined);
  tables.append(
    element('h2', {}, say('From the start to success', '从开始到成功')),
    way.length === 0 ? element('p', {}, say('This diagram has no end of its own for a success.', '该流程图没有表示成功的结束事件。')) : numbers(
      [say('Step', '步骤'), say('Passed', '经过'), say('Of those started', '占开始数')],
      way.map(step => [named(step), NUMBER.format(step.passed), shown.started ? percent(step.passed / shown.started) : null])),
    element('p', { className: 'help' }, say('A step that is repeated, such as a second bank card, is counted each time. Who has not ended yet is counted as far as they have come.', '重复经过的步骤（如更换银行卡）每次都计数；尚未结束的申请计到当前步骤。')),
    element('h2', {}, say('How they ended', '结束情况')),
    numbers([say('End', '结束事件'), say('Ended', '次数'), say('Of all ends', '占比')],
      ends.map(step => [named(step), NUMBER.format(step.passed), percent(step.passed / ends.reduce((sum, one) => sum + one.passed, 0))])),
    element('h2', {}, say('Where they wait, and how long', '等待的步骤与时长')),
    numbers([say('Step', '步骤'), say('Waiting now', '当前等待'), say('Stopped (incidents)', '已停止（事件）'), say('Half waited at most', '半数等待不超过'), say('Nine of ten at most', '九成等待不超过')],
      waits.map(step => [named(step), NUMBER.format(step.waiting), NUMBER.format(step.stopped), duration(step.medianMs), duration(step.nineMs)])));
}

function legend() {
  const swatch = (name, text) => element('li', {}, element('span', { className: 'swatch ' + name }), text);
  return element('ul', { className: 'legend' },
    swatch('heat-1', say('passed seldom', '较少经过')), swatch('heat-2', ''), swatch('heat-3', ''), swatch('heat-4', say('passed often', '经常经过')),
    element('li', {}, element('span', { className: 'badge' }, '12'), say(' passed', ' 经过次数')),
    element('li', {}, element('span', { className: 'badge waiting' }, '3'), say(' wait now', ' 当前等待')),
    element('li', {}, element('span', { className: 'badge stopped' }, '1'), say(' stopped', ' 已停止')),
    element('li', {}, element('span', { className: 'badge share' }, '25 %'), say(' share of the ways out', ' 该去向占比')));
}

function paint(viewer, shown) {
  const overlays = viewer.get('overlays');
  const registry = viewer.get('elementRegistry');
  const drawing = viewer.get('canvas');
  const most = Math.max(1, ...shown.steps.map(step => step.passed));
  const badge = (kind, text, title) => element('span', { className: 'badge ' + kind, title }, text);
  for (const step of shown.steps) {
    if (!registry.get(step.id)) {
      continue;
    }
    if (step.passed > 0) {
      drawing.addMarker(step.id, 'heat-' + Math.max(1, Math.ceil(4 * step.passed / most)));
    }
    if (step.passed > 0 && !/gateway/i.test(step.type)) {
      overlays.add(step.id, { position: { bottom: 6, left: -4 }, html: badge('', NUMBER.format(step.passed) + (step.medianMs >= 1000 ? ' · ' + duration(step.medianMs) : ''), say('passed, half waited at most', '经过次数，半数等待不超过')) });
    }
    if (step.waiting > 0) {
      overlays.add(step.id, { position: { top: -10, right: 14 }, html: badge('waiting', NUMBER.format(step.waiting), say('wait now', '当前等待')) });
    }
    if (step.stopped > 0) {
      overlays.add(step.id, { position: { top: -10, left: -4 }, html: badge('stopped', NUMBER.format(step.stopped), say('stopped', '已停止')) });
    }
  }
  const taken = new Map(shown.flows.map(flow => [flow.id, flow]));
  for (const flow of registry.filter(one => one.type === 'bpmn:SequenceFlow')) {
    const times = taken.get(flow.id)?.times || 0;
    drawing.addMarker(flow.id, 'flow-' + (times === 0 ? 0 : Math.max(1, Math.ceil(3 * times / most))));
    if (times > 0 && taken.get(flow.id).share < 1) {
      const [from, to] = flow.waypoints;
      const left = Math.min(...flow.waypoints.map(point => point.x));
      const top = Math.min(...flow.waypoints.map(point => point.y));
      const reach = Math.min(0.5, 26 / Math.max(1, Math.hypot(to.x - from.x, to.y - from.y)));
      overlays.add(flow.id, { position: { left: from.x + (to.x - from.x) * reach - left - 12, top: from.y + (to.y - from.y) * reach - top + 3 }, html: badge('share', percent(taken.get(flow.id).share), NUMBER.format(times)) });
    }
  }
}
