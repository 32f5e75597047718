import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/database';
import { Organisations, Units, organisationType } from '#libs/identity';
import { Fault } from '#libs/kernel';
import type { Camera } from './camera.js';
import type { CameraType } from './camera.type.js';

/** Cameras as the API shows them, with their bodies and units: two queries however many cameras there are. */
@Injectable()
export class CameraPresenter {
  constructor(
    private readonly organisations: Organisations,
    private readonly units: Units,
  ) {}

  /** In the order given. */
  async present(tx: Tx, cameras: readonly Camera[]): Promise<CameraType[]> {
    const bodyIds = cameras.flatMap(({ ownerOrgId, operatorOrgId }) =>
      operatorOrgId === null ? [ownerOrgId] : [ownerOrgId, operatorOrgId],
    );
    const bodies = new Map((await this.organisations.listByIds(tx, bodyIds)).map((body) => [body.id, organisationType(body)]));
    const units = await this.units.byCodes([...new Set(cameras.map((camera) => camera.unitCode))]);
    return cameras.map((camera) => {
      const [owner, unit] = [bodies.get(camera.ownerOrgId), units.get(camera.unitCode)];
      if (owner === undefined || unit === undefined) throw new Fault('camera_incomplete', `camera ${camera.id} has no owner or no unit`);
      const operator = camera.operatorOrgId === null ? null : (bodies.get(camera.operatorOrgId) ?? null);
      return cameraType(camera, { owner, operator, unit });
    });
  }
}

function cameraType(camera: Camera, around: Pick<CameraType, 'owner' | 'operator' | 'unit'>): CameraType & { __typename: 'Camera' } {
  return {
    __typename: 'Camera',
    id: camera.id,
    code: camera.code,
    nameVi: camera.nameVi,
    owner: around.owner,
    operator: around.operator,
    unit: around.unit,
    lat: camera.lat,
    lon: camera.lon,
    purposes: [...camera.purposes],
    zoneKind: camera.zoneKind,
    mountKind: camera.mountKind,
    capabilities: [...camera.capabilities],
    systemKind: camera.systemKind,
    ownerKind: camera.ownerKind,
    retentionDays: camera.retentionDays,
    integrationStatus: camera.integrationStatus,
    hasNotice: camera.noticeVerifiedAt !== null,
    isLiveNow: camera.status === 'active',
  };
}
