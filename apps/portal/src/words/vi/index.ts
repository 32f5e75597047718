import { camera } from './camera.js';
import { decision } from './decision.js';
import { entryTypes } from './entry-types.js';
import { erasure } from './erasure.js';
import { explanation } from './explanation.js';
import { frame } from './frame.js';
import { log } from './log.js';
import { newRequest } from './new-request.js';
import { parts } from './parts.js';
import { policyRoom } from './policy-room.js';
import { request } from './request.js';
import { rules } from './rules.js';
import { start } from './start.js';
import { viewer } from './viewer.js';

/** The source of all words of the portal, by key; grouped in files by page. */
export const vi = {
  ...frame,
  ...parts,
  ...start,
  ...camera,
  ...newRequest,
  ...request,
  ...decision,
  ...viewer,
  ...log,
  ...entryTypes,
  ...rules,
  ...erasure,
  ...explanation,
  ...policyRoom,
};
