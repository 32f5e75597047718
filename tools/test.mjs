#!/usr/bin/env node
// `npm test [-- <words for Jest>]`: sets up, builds, checks, tests. With words for Jest, only what they name is run.
const version = process.versions.node.split('.').map(Number);

if (version[0] < 20 || (version[0] === 20 && version[1] < 19)) {
  console.error('Cần Node.js >= 20.19 · Node.js >= 20.19 is needed, this is ' + process.versions.node);
  process.exit(1);
}
import('./trial/trial.mjs')
  .then(function (trial) {
    return trial.main(process.argv.slice(2), process.env);
  })
  .then(
    function (code) {
      process.exit(code);
    },
    function (error) {
      console.error(error);
      process.exit(1);
    },
  );
