#!/usr/bin/env node
// `npm start`: the demo city on one machine. Only old-fashioned words here and nothing imported before the check:
// an old Node must get as far as the message.
const version = process.versions.node.split('.').map(Number);

if (version[0] < 20 || (version[0] === 20 && version[1] < 19)) {
  console.error(
    'Cần Node.js >= 20.19, máy này có ' + process.versions.node + ' · Node.js >= 20.19 is needed, this is ' + process.versions.node,
  );
  console.error('    → https://nodejs.org');
  process.exit(1);
}
import('./city/city.mjs')
  .then(function (city) {
    return city.main(process.argv.slice(2), process.env);
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
