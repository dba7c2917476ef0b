// Draws a diagram or a table with the libraries of bpmn.io.
import { element } from '../operations/page.js';
import { BpmnViewer, DmnViewer, TokenSimulation, moddle } from './bpmn-io/viewer.js';

/** A place to draw in, with a text below. */
export function figure(text) {
  const canvas = element('div', { className: 'canvas' });
  return { canvas, element: element('div', { className: 'canvases' }, element('figure', {}, element('figcaption', {}, text), canvas)) };
}

async function draw(container, xml, modules = []) {
  const viewer = new BpmnViewer({ container, moddleExtensions: { camunda: moddle }, additionalModules: modules });
  await viewer.importXML(xml);
  const drawing = viewer.get('canvas');
  drawing.zoom('fit-viewport', 'auto');
  // A margin, so that labels at the edges can be read.
  const { x, y, width, height } = drawing.viewbox();
  drawing.viewbox({ x: x - width * 0.02, y: y - height * 0.02, width: width * 1.04, height: height * 1.04 });
  return viewer;
}

export const canvas = {
  diagram: draw,

  async simulation(container, xml) {
    const viewer = await draw(container, xml, [TokenSimulation]);
    viewer.get('toggleMode').toggleMode(true);
    return viewer;
  },

  async table(container, xml) {
    const viewer = new DmnViewer({ container });
    await viewer.importXML(xml);
    await viewer.open(viewer.getViews().find(view => view.type === 'decisionTable'));
    return viewer;
  }
};
