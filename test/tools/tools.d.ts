// The set-up programs are plain JavaScript, because they run before any package is installed; their tests say what they return.
declare module '*.mjs';
