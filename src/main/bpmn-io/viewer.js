// What the page /diagrams uses.
export { default as BpmnViewer } from 'bpmn-js/lib/NavigatedViewer';
export { default as DmnViewer } from 'dmn-js/lib/NavigatedViewer';
export { default as TokenSimulation } from 'bpmn-js-token-simulation/lib/viewer';
export { diff } from 'bpmn-js-differ';
export { default as moddle } from 'camunda-bpmn-moddle/resources/camunda.json';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import 'bpmn-js-token-simulation/assets/css/bpmn-js-token-simulation.css';
import 'dmn-js/dist/assets/dmn-js-shared.css';
import 'dmn-js/dist/assets/dmn-js-drd.css';
import 'dmn-js/dist/assets/dmn-js-decision-table.css';
import 'dmn-js/dist/assets/dmn-js-literal-expression.css';
import 'dmn-js/dist/assets/dmn-font/css/dmn.css';
