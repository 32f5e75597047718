export * from './assert-never.js';
export * from './canonical-json.js';
export * from './clock.js';
export * from './errors.js';
export * from './ids.js';
export * from './log-line.js';
export * from './text.js';
export * from './viewer.js';
