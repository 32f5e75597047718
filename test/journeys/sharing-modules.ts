import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DynamicModule, Type } from '@nestjs/common';
import { SharingApiModule } from '#api/sharing';
import { ConsentModule } from '#libs/consent';
import { SharingModule } from '#libs/sharing';

export async function sharingModules(): Promise<(Type<unknown> | DynamicModule)[]> {
  return [ConsentModule.forGateway({ stateDir: await mkdtemp(path.join(tmpdir(), 'cuao-sharing-')) }), SharingModule, SharingApiModule];
}
