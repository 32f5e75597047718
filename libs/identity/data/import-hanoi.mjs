// Makes hanoi-units.json and hanoi-organisations.json from the two fact files of the demo city.
//   node libs/identity/data/import-hanoi.mjs <folder holding hanoi-units.csv and hanoi-agencies.json>
// Keeps what the product uses (codes, names, kinds, parents, one point a unit) and the line that says where it came from.
// Names are brought to NFC, because they are searched, sorted and hashed in that form.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('usage: node libs/identity/data/import-hanoi.mjs <folder>\n');
  process.exit(2);
}
const here = path.dirname(fileURLToPath(import.meta.url));
const nfc = (text) => text.normalize('NFC');

const [header, ...lines] = readFileSync(path.join(folder, 'hanoi-units.csv'), 'utf8').trim().split(/\r?\n/);
const columns = header.split(',');
const units = lines.map((line) => {
  const cells = line.split(',');
  const cell = (name) => cells[columns.indexOf(name)];
  return {
    code: cell('code'),
    kind: cell('kind'),
    nameVi: nfc(cell('name_vi')),
    nameAscii: cell('name_ascii'),
    lat: Number(cell('lat')),
    lon: Number(cell('lon')),
    areaKm2: Number(cell('area_km2')),
    population: Number(cell('population')),
  };
});

const source = JSON.parse(readFileSync(path.join(folder, 'hanoi-agencies.json'), 'utf8'));
const organisations = source.agencies.map((agency) => ({
  code: agency.id,
  nameVi: nfc(agency.name_vi),
  nameEn: agency.name_en,
  kind: agency.kind,
  parent: agency.parent ?? null,
  unitCode: agency.unit_code ?? null,
  sector: agency.sector ?? null,
  status: agency.status,
}));

const write = (name, head, key, rows) => {
  const body = rows.map((row) => `  ${JSON.stringify(row)}`).join(',\n');
  const top = Object.entries(head).map(([field, value]) => ` ${JSON.stringify(field)}: ${JSON.stringify(value)},\n`);
  writeFileSync(path.join(here, name), `{\n${top.join('')} ${JSON.stringify(key)}: [\n${body}\n ]\n}\n`);
  process.stdout.write(`${name}: ${rows.length}\n`);
};
write(
  'hanoi-units.json',
  {
    title: 'The 126 wards and communes of Hà Nội of 1 July 2025',
    sources:
      'Names and kinds: resolution 1656/NQ-UBTVQH15. Codes: statistics office letter 1027/CTK-CSCL (25 June 2025), by way of repository dvhcvn (MIT). Points (one inside each unit): from polygons of thanglequoc/vietnamese-provinces-database (MIT). Area, population: the reference map of 17 July 2025, by way of vietnamadminunits (MIT).',
  },
  'units',
  units,
);
write(
  'hanoi-organisations.json',
  {
    title: 'Public bodies of Hà Nội for the demo city',
    asOf: source.as_of,
    sources: `status "confirmed" means seen in a source, "inferred" follows from one, "general_knowledge" was not read again. Sources: ${Object.values(source.sources).join(' | ')}`,
  },
  'organisations',
  organisations,
);
