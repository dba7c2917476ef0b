// Two versions of a diagram side by side, what differs in colour and as a list.
import { element, say, table } from '../operations/page.js';
import { canvas, figure } from './canvas.js';
import { diff } from './bpmn-io/viewer.js';

const HOW = { added: say('added', '新增'), removed: say('removed', '删除'), changed: say('changed', '修改'), moved: say('drawn elsewhere', '位置变动') };

/** The text of a value of the file: of an expression its body, of a list its members. */
function text(value) {
  if (value === undefined || value === null) {
    return '–';
  }
  if (Array.isArray(value)) {
    return value.map(text).join(', ');
  }
  if (typeof value !== 'object') {
    return String(value);
  }
  return value.body ?? value.name ?? value.id ?? value.$type?.replace(/^[a-z]+:/, '') ?? '…';
}

/** The values of an element, those of what it contains too: a deadline is in the event's definition, a field in its extensions. */
function values(object, path = '') {
  const found = new Map();
  const type = object.$descriptor;
  for (const property of type?.properties || []) {
    const name = property.ns?.localName || property.name;
    const value = object.get(property.name);
    if (value === undefined || value === null || ['di', 'incoming', 'outgoing', 'flowElements', 'lanes', 'sourceRef', 'targetRef', 'attachedToRef', '$attrs'].includes(name) || property.isReference) {
      const referred = property.isReference && value && !Array.isArray(value) && (value.name || value.id);
      if (referred && !['incoming', 'outgoing'].includes(name)) {
        found.set(path + name, referred);
      }
      continue;
    }
    (Array.isArray(value) ? value : [value]).forEach((one, n) => {
      const key = path + name + (Array.isArray(value) && value.length > 1 ? ' ' + (n + 1) : '');
      if (one && typeof one === 'object' && one.$type) {
        for (const [inner, innerValue] of values(one, key + ' / ')) {
          found.set(inner, innerValue);
        }
        return;
      }
      found.set(key, text(one));
    });
  }
  for (const [name, value] of Object.entries(object.$attrs || {})) {
    found.set(path + name, text(value));
  }
  return found;
}

/** Without the names of what only holds values. */
const plain = key => key.replace(/(eventDefinitions|extensionElements|values|fields)( \d+)? \/ /g, '').replace(/ \/ (body|text)$/, '');

/** What differs in an element that both versions have. */
function details(before, after) {
  const old = values(before);
  const young = values(after);
  return [...new Set([...old.keys(), ...young.keys()])].filter(key => old.get(key) !== young.get(key)).map(key => ({ key, before: old.get(key), after: young.get(key) }));
}

export async function compare(region, beforeXml, afterXml, beforeText, afterText) {
  const left = figure(beforeText);
  const right = figure(afterText);
  const list = element('div', { id: 'differences' });
  const swatch = name => element('li', {}, element('span', { className: 'swatch diff-' + name }), HOW[name]);
  region.replaceChildren(element('ul', { className: 'legend' }, ...Object.keys(HOW).map(swatch)),
    element('div', { className: 'canvases' }, left.element.firstChild, right.element.firstChild), list);
  const old = await canvas.diagram(left.canvas, beforeXml);
  const young = await canvas.diagram(right.canvas, afterXml);
  together(old, young);

  const found = diff(old.getDefinitions(), young.getDefinitions());
  const rows = [];
  const row = (how, id, object, what = []) => {
    for (const viewer of [old, young]) {
      if (viewer.get('elementRegistry').get(id)) {
        viewer.get('canvas').addMarker(id, 'diff-' + how);
      }
    }
    const link = element('button', { type: 'button', className: 'other' }, say('Show', '定位'));
    link.addEventListener('click', () => [old, young].forEach(viewer => {
      const shape = viewer.get('elementRegistry').get(id);
      if (shape) {
        viewer.get('canvas').zoom(1, { x: (shape.x ?? shape.waypoints[0].x) + 50, y: (shape.y ?? shape.waypoints[0].y) + 40 });
      }
    }));
    rows.push([HOW[how], object.name?.replace(/\s+/g, ' ') || id,
      element('div', {}, ...what.map(one => element('div', {}, plain(one.key) + ': ', element('del', {}, one.before ?? '–'), ' → ', element('ins', {}, one.after ?? '–')))), link]);
  };
  const objects = viewer => new Map(viewer.get('elementRegistry').getAll().map(one => [one.businessObject.id, one.businessObject]));
  const [oldObjects, youngObjects] = [objects(old), objects(young)];
  Object.entries(found._added).forEach(([id, object]) => row('added', id, object));
  Object.entries(found._removed).forEach(([id, object]) => row('removed', id, object));
  const changed = new Set();
  for (const [id, object] of youngObjects) {
    const before = oldObjects.get(id);
    // The process itself is compared by the differ: its values are those of all its steps.
    if (before && !object.$instanceOf('bpmn:SubProcess') && !object.$instanceOf('bpmn:Process')) {
      const what = details(before, object);
      if (what.length > 0) {
        changed.add(id);
        row('changed', id, object, what);
      }
    }
  }
  Object.entries(found._layoutChanged).filter(([id]) => !changed.has(id) && !found._added[id] && !found._removed[id]).forEach(([id, object]) => row('moved', id, object));
  list.replaceChildren(rows.length === 0
    ? element('p', {}, say('The two versions do not differ.', '两个版本没有差异。'))
    : table([say('What', '变化'), say('Step or flow', '步骤或连线'), say('From → to', '原值 → 新值'), say('On the diagram', '图中位置')], rows));
}

/** Both show the same part. */
function together(one, other) {
  let moving = false;
  for (const [from, to] of [[one, other], [other, one]]) {
    from.on('canvas.viewbox.changed', ({ viewbox }) => {
      if (!moving) {
        moving = true;
        to.get('canvas').viewbox({ x: viewbox.x, y: viewbox.y, width: viewbox.width, height: viewbox.height });
        moving = false;
      }
    });
  }
}
