import { hashBytes, type Hash } from '../tree/hash.js';
import { decodeBase64, decodeDecimal } from './base64.js';

/** Size and root of the log at one moment (C2SP tlog-checkpoint). */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
}

/** The text that is signed: three lines, no extension lines. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${root.toString('base64')}\n`;
}

/** Strict reader of a checkpoint's text; extension lines are allowed (other logs have them), empty ones are not. */
export function parseCheckpointText(text: string): Checkpoint | null {
  const lines = text.split('\n');
  if (lines.pop() !== '' || lines.length < 3 || lines.includes('')) return null;
  const [origin = '', sizeText = '', rootText = ''] = lines;
  const size = decodeDecimal(sizeText);
  const root = decodeBase64(rootText);
  return size === null || root?.length !== hashBytes ? null : { origin, size, root };
}
