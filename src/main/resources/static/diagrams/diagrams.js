// The analysts' page: every version of the diagrams and tables, with figures, beside another version, as a simulation, and the move of applications
// that are under way. The address holds which version is shown, so that it can be sent to a colleague.
import { begin, busy, element, fault, main, request, say, table, time } from '../operations/page.js';
import { compare } from './compare.js';
import { canvas, figure } from './canvas.js';
import { figures } from './figures.js';
import { move } from './move.js';
import { compareTables } from './tables.js';

const ask = (method, path, body) => request(method, 'diagrams/' + path, body);
const file = id => ask('GET', 'file?id=' + encodeURIComponent(id));

const VIEWS = {
  figures: say('Figures', '数据'),
  compare: say('Compare', '比较版本'),
  simulate: say('Simulate', '模拟'),
  move: say('Move applications', '迁移进行中的申请')
};

const versionText = version => [
  version.version + (version.tag ? ' (' + version.tag + ')' : ''),
  time(version.deployedAt),
  version.analyst ? version.analyst + (version.approver !== version.analyst ? say(', approved by ', '，批准人：') + version.approver : '') : say('with a release', '随版本发布'),
  version.unchanged ? say('file unchanged', '文件未变') : null,
  version.running > 0 ? version.running + say(' under way', ' 件进行中') : null
].filter(text => text).join(' · ');

const option = (value, text, selected) => element('option', { value, selected }, text);

const day = daysAgo => new Date(Date.now() - daysAgo * 86400000).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });

/** What a proposed file changes, for the person who approves it. */
async function showProposal(id, name) {
  const proposed = inForce => request('GET', 'operations/deployments/' + encodeURIComponent(id) + '/file?' + new URLSearchParams({ name, inForce }));
  const result = element('div', { id: 'shown' });
  main.replaceChildren(element('section', {}, element('h2', {}, name), result,
    element('p', {}, element('a', { href: '../operations/' }, say('Back, to approve or decline', '返回以批准或否决')))));
  const [before, after] = await Promise.all([proposed(true), proposed(false)]);
  if (name.endsWith('.dmn')) {
    result.replaceChildren(compareTables(before, after));
  } else {
    await compare(result, before, after, say('In force', '当前版本'), say('Proposed', '变更后'));
  }
}

/** What is shown: the address keeps it. */
const chosen = Object.assign({ view: 'figures', first: day(29), last: day(0), all: 'true' }, Object.fromEntries(new URLSearchParams(location.hash.slice(1))));

begin(say('realname diagrams', 'realname 流程图'), async () => {
  if (chosen.proposal) {
    await showProposal(chosen.proposal, chosen.file);
    return;
  }
  const known = await ask('GET', 'versions');
  const models = [...known.diagrams.map(model => ({ ...model, table: false })), ...known.tables.map(model => ({ ...model, table: true }))];
  const result = element('div', { id: 'shown' });
  result.setAttribute('aria-live', 'polite');

  const field = (id, text, control) => element('div', {}, element('label', { htmlFor: id }, text), Object.assign(control, { id }));
  const model = element('select', {},
    element('optgroup', { label: say('Diagrams', '流程图') }, ...known.diagrams.map(one => option(one.key, one.name, one.key === chosen.model))),
    element('optgroup', { label: say('Decision tables', '决策表') }, ...known.tables.map(one => option(one.key, one.name, one.key === chosen.model))));
  const version = element('select', {});
  const other = element('select', {});
  const first = element('input', { type: 'date', value: chosen.first, required: true });
  const last = element('input', { type: 'date', value: chosen.last, required: true });
  const views = element('div', { className: 'views' });
  views.setAttribute('role', 'group');
  views.setAttribute('aria-label', say('View', '视图'));
  const all = element('input', { type: 'checkbox', checked: chosen.all === 'true' });
  const periods = [field('first', say('From', '开始日期'), first), field('last', say('To', '结束日期'), last),
    element('label', { className: 'choice' }, all, say(' Count all versions of this diagram', ' 统计此流程图的所有版本'))];
  const others = field('other', say('With version', '对比版本'), other);

  const current = () => models.find(one => one.key === model.value);
  const fillVersions = () => {
    const versions = current().versions;
    version.replaceChildren(...versions.map(one => option(one.id, versionText(one), one.id === chosen.version)));
    // The one before whose file differs; for a move, the one with which most are under way.
    const at = versions.findIndex(one => one.id === version.value);
    const changed = versions.findIndex((one, n) => n >= at && !one.unchanged);
    const earlier = versions[changed + 1] || versions[at + 1] || versions.find(one => one.id !== version.value);
    const busiest = versions.filter(one => one.id !== version.value).sort((a, b) => b.running - a.running)[0];
    const compared = chosen.other || (chosen.view === 'move' && busiest?.running > 0 ? busiest : earlier)?.id;
    other.replaceChildren(...versions.map(one => option(one.id, versionText(one), one.id === compared)));
  };

  // One after the other: what was chosen last is shown last, however long the answers take.
  let turn = 0;
  let before = Promise.resolve();
  const show = () => {
    const mine = ++turn;
    before = before.then(() => mine === turn ? busy(version, result, showChosen) : null);
    return before;
  };

  const showChosen = async () => {
    const shown = current();
    if (shown.table && !['compare', 'figures'].includes(chosen.view)) {
      chosen.view = 'figures';
    }
    for (const button of views.children) {
      button.setAttribute('aria-pressed', String(button.value === chosen.view));
      button.hidden = shown.table && !['compare', 'figures'].includes(button.value);
      if (button.value === 'figures') {
        button.textContent = shown.table ? say('Table', '决策表') : VIEWS.figures;
      }
    }
    periods.forEach(one => { one.hidden = shown.table || chosen.view !== 'figures'; });
    others.hidden = !['compare', 'move'].includes(chosen.view);
    others.firstChild.textContent = chosen.view === 'move' ? say('From version', '原版本') : say('With version', '对比版本');
    Object.assign(chosen, { model: model.value, version: version.value, other: other.value, first: first.value, last: last.value, all: String(all.checked) });
    history.replaceState(null, '', '#' + new URLSearchParams(chosen));
    result.replaceChildren(element('p', {}, say('Loading…', '加载中…')));
    const id = version.value;
    if (shown.table) {
      if (chosen.view === 'compare') {
        result.replaceChildren(compareTables(await file(other.value), await file(id)));
      } else {
        const holder = figure(versionText(shown.versions.find(one => one.id === id)));
        result.replaceChildren(holder.element);
        await canvas.table(holder.canvas, await file(id));
      }
    } else if (chosen.view === 'figures') {
      await figures(result, await file(id), await ask('GET', 'figures?' + new URLSearchParams({ id, first: first.value, last: last.value, all: all.checked })));
    } else if (chosen.view === 'compare') {
      const text = which => say('Version ', '版本 ') + shown.versions.find(one => one.id === which).version;
      await compare(result, await file(other.value), await file(id), text(other.value), text(id));
    } else if (chosen.view === 'simulate') {
      const holder = figure(say('Click a start event or a waiting event to go on. At a gateway, choose the way with a click.', '点击开始事件或等待事件以继续；在网关处点击选择去向。'));
      result.replaceChildren(holder.element);
      await canvas.simulation(holder.canvas, await file(id));
    } else {
      await move(result, other.value, id, ask, restart);
    }
  };

  const restart = async () => {
    const again = await ask('GET', 'versions');
    for (const one of [...again.diagrams, ...again.tables]) {
      models.find(model => model.key === one.key).versions = one.versions;
    }
    fillVersions();
  };

  views.append(...Object.entries(VIEWS).map(([value, text]) => {
    const button = element('button', { type: 'button', className: 'other', value }, text);
    button.addEventListener('click', () => {
      chosen.view = value;
      delete chosen.other;
      fillVersions();
      show();
    });
    return button;
  }));
  model.addEventListener('change', () => { delete chosen.version; delete chosen.other; fillVersions(); show(); });
  version.addEventListener('change', () => { chosen.version = version.value; show(); });
  other.addEventListener('change', () => { chosen.other = other.value; show(); });
  [first, last, all].forEach(one => one.addEventListener('change', () => one.checkValidity() && show()));

  const form = element('form', { id: 'choice' }, field('model', say('Diagram or table', '流程图或决策表'), model), field('version', say('Version', '版本'), version), others, ...periods);
  form.addEventListener('submit', event => event.preventDefault());
  fillVersions();
  main.replaceChildren(element('section', {}, form, views, result));
  await show();
  model.focus();
});
