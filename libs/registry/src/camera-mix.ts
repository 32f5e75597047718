import { z } from 'zod';
import { readDataFile } from './data-file.js';

const shares = z.record(z.string(), z.number());
const schema = z.object({
  total: z.number().int(),
  mount: z.array(z.object({ id: z.string(), count: z.number().int() })),
  purpose: z.array(z.object({ id: z.string(), code_vi: z.string(), count: z.number().int(), ptz: z.number().int() })),
  purpose_by_owner: z.object({ counts: z.record(z.string(), z.record(z.string(), z.number().int())) }),
  owner_kind: z.array(z.object({ id: z.string(), count: z.number().int() })),
  system_kind: z.array(z.object({ id: z.string(), owner_kinds: z.array(z.string()), count: z.number().int() })),
  phase: z.object({ demo_origin: z.array(z.object({ id: z.string(), count: z.number().int() })) }),
  integration_state: z.object({ shares }),
  capability: z.object({ shares }),
  zone: z.object({ shares }),
});

/** Numbers of the demo city's inventory; which are announced and which assumed is said in the file. */
export type CameraMix = z.infer<typeof schema>;

export function readCameraMix(): CameraMix {
  return schema.parse(readDataFile('camera-mix.json'));
}

/** The file's purpose names → the closed list of `purposeCode`. */
export function purposeCodeOf(mix: CameraMix, id: string): string {
  const purpose = mix.purpose.find((one) => one.id === id);
  if (purpose === undefined) throw new RangeError(`camera-mix.json has no purpose ${id}`);
  return purpose.code_vi;
}
