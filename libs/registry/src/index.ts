export { cameraFacts, type Camera, type CameraClass } from './camera.js';
export { CameraPresenter } from './camera-presenter.js';
export type { CameraFilter, CameraSourceRow } from './camera.repository.js';
export { CameraType } from './camera.type.js';
export { Cameras, type CameraPage } from './cameras.service.js';
export { NodeSources, type NodeSource } from './node-sources.js';
export { RegistryModule } from './registry.module.js';
export { seedRegistry } from './seed.js';
export { zoneTerms, type ZoneTerm } from './zones.js';
