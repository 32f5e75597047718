#!/usr/bin/env node
// `node test/conformance/ocsf/take-facts.mjs FILE > test/conformance/ocsf/facts.json`: from the compiled schema of a version (as
// schema.ocsf.io exports it; npm and PyPI packages carry it too), what the export is held against: its classes and the objects in them.
import { readFileSync } from 'node:fs';

const classUids = [1008, 2004, 3002, 3004, 3005, 6003, 6005, 6006];
const objectNames = [
  'actor',
  'api',
  'evidences',
  'file',
  'finding_info',
  'managed_entity',
  'metadata',
  'network_endpoint',
  'object',
  'organization',
  'product',
  'resource_details',
  'service',
  'session',
  'table',
  'user',
];

const schema = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const types = schema.dictionary.types.attributes;

/** Attributes that come with a profile alone are left out: no event names a profile. */
const attributesOf = ({ attributes }) =>
  Object.fromEntries(
    Object.entries(attributes)
      .filter(([, { profiles }]) => !Array.isArray(profiles) || profiles.length === 0)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, { type, requirement, object_type, is_array, enum: values, sibling, '@deprecated': deprecated }]) => [
        name,
        {
          type: object_type ?? type,
          requirement: deprecated === undefined ? requirement : 'deprecated',
          ...(is_array ? { array: true } : {}),
          // The uids of types are counted: class × 100 + activity.
          ...(values === undefined || name === 'type_uid'
            ? {}
            : { values: Object.fromEntries(Object.entries(values).map(([id, { caption }]) => [id, caption])) }),
          ...(sibling === undefined ? {} : { sibling }),
        },
      ]),
  );
const constraintsOf = ({ constraints }) => (constraints === undefined ? {} : constraints);

const classes = Object.values(schema.classes)
  .filter(({ uid }) => classUids.includes(uid))
  .sort((a, b) => a.uid - b.uid)
  .map((each) => [
    each.uid,
    {
      name: each.caption,
      categoryUid: each.category_uid,
      categoryName: each.category_name,
      constraints: constraintsOf(each),
      attributes: attributesOf(each),
    },
  ]);
const facts = {
  about: `OCSF ${schema.version}, https://schema.ocsf.io, Apache-2.0; taken by take-facts.mjs`,
  version: schema.version,
  types: Object.fromEntries(
    Object.entries(types).map(([name, { type, regex, range }]) => [
      name,
      { base: type ?? name, ...(regex === undefined ? {} : { regex }), ...(range === undefined ? {} : { range }) },
    ]),
  ),
  classes: Object.fromEntries(classes),
  objects: Object.fromEntries(
    objectNames.map((name) => [name, { constraints: constraintsOf(schema.objects[name]), attributes: attributesOf(schema.objects[name]) }]),
  ),
};
process.stdout.write(`${JSON.stringify(facts)}\n`);
