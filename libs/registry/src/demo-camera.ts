/** A unit as the demo city's rules need it. */
export interface DemoUnit {
  readonly code: string;
  readonly kind: 'ward' | 'commune';
  readonly nameVi: string;
  readonly lat: number;
  readonly lon: number;
  readonly areaKm2: number;
  readonly population: number;
}

/** A camera in the making: filled step by step while the demo city is drawn. */
export interface DemoCamera {
  readonly unit: DemoUnit;
  /** Owner kind of camera-mix.json. */
  readonly ownerKind: string;
  /** Purpose code for which it was set up. */
  readonly missionClass: string;
  readonly systemKind: string;
  zoneKind: string;
  mountKind: 'fixed' | 'ptz';
  capabilities: string[];
  integrationStatus: string;
  origin: string;
  ownerCode: string;
  operatorCode: string;
  systemCode: string;
  nameVi: string;
  lat: number;
  lon: number;
  sourceKind: 'virtual' | 'encoder';
  /** Settled by a landmark: name and place are kept. */
  named: boolean;
}
