import { z } from 'zod';
import { readDataFile } from './data-file.js';

export interface ZoneTerm {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
  /** Public place in the sense of L91 Đ32.1 (PD-01). */
  readonly isPublic: boolean;
}

const schema = z.object({
  zones: z.array(z.object({ code: z.string(), nameVi: z.string(), nameEn: z.string(), isPublic: z.boolean() })),
});

/** The closed list of kinds of places, in the order in which people are shown it. */
export function zoneTerms(): readonly ZoneTerm[] {
  return schema.parse(readDataFile('zones.json')).zones;
}
