import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CameraClassEntity } from './camera-class.entity.js';
import { CameraInventoryEntity } from './camera-inventory.entity.js';
import { CameraPapersSources } from './camera-papers.js';
import { CameraPresenter } from './camera-presenter.js';
import { CameraTallyEntity } from './camera-tally.entity.js';
import { CameraEntity } from './camera.entity.js';
import { CameraRepository } from './camera.repository.js';
import { ClassVisibility } from './class-visibility.js';
import { Inventories } from './inventories.js';
import { InventoryRepository } from './inventory.repository.js';
import { ListAlarms } from './list-alarms.js';
import { CameraSystemEntity } from './camera-system.entity.js';
import { Cameras } from './cameras.service.js';
import { NodeSources } from './node-sources.js';

/** Needs `DatabaseModule`, the identity and regulation modules in the same process. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([CameraClassEntity, CameraTallyEntity, CameraInventoryEntity, CameraSystemEntity, CameraEntity])],
  providers: [
    CameraRepository,
    InventoryRepository,
    Inventories,
    CameraPapersSources,
    ClassVisibility,
    ListAlarms,
    CameraPresenter,
    Cameras,
    NodeSources,
  ],
  exports: [CameraPapersSources, CameraPresenter, Cameras, ListAlarms, NodeSources],
})
export class RegistryModule {}
