// Ports of the city: the public one, and the internal ones, kept over restarts where they are still free.
import { readFileSync, writeFileSync } from 'node:fs';
import { freePorts, publicPort } from '../setup/ports.mjs';
import { internalPorts, usualPort } from './programs.mjs';

/** Ports of the last start; {} when there was none. */
export function rememberedPorts(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

export function rememberPorts(file, ports) {
  writeFileSync(file, JSON.stringify(ports), { mode: 0o600 });
}

/** @returns {Promise<{gateway, edge, idp, witness, worker}>} @throws SetupError when the port that was asked for is taken */
export async function choosePorts({ asked, remembered }) {
  const internal = Object.fromEntries(Object.entries(internalPorts).map(([name, usual]) => [name, remembered[name] ?? usual]));
  const gateway = await publicPort(asked, usualPort, Object.values(internal));
  const { gateway: _held, ...others } = await freePorts({ gateway, ...internal });
  return { gateway, ...others };
}

/** Other ports for these processes, when somebody took theirs between our look and their start. */
export async function otherPorts(names, { asked }) {
  const internal = names.filter((name) => name !== 'gateway');
  const gateway = names.includes('gateway') ? { gateway: await publicPort(asked, usualPort, Object.values(internalPorts)) } : {};
  return { ...gateway, ...(await freePorts(Object.fromEntries(internal.map((name) => [name, undefined])))) };
}
