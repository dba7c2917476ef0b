// The Modeler's canvas, properties panel and element templates, as Camunda Modeler combines them for Camunda 7.
export { default as Modeler } from 'bpmn-js/lib/Modeler';
export { BpmnPropertiesPanelModule, BpmnPropertiesProviderModule, CamundaPlatformPropertiesProviderModule } from 'bpmn-js-properties-panel';
export { ElementTemplatesPropertiesProviderModule } from 'bpmn-js-element-templates';
export { default as moddle } from 'camunda-bpmn-moddle/resources/camunda.json';
