import { GraphQLScalarType } from 'graphql';
import { GraphQLDateTime } from 'graphql-scalars';

/** RFC 3339, given out in UTC with milliseconds. Not Nest's own date scalar: that one lets garbage through (GHSA-m88h-g79w-v5mc). */
export const DateTime = new GraphQLScalarType({
  ...GraphQLDateTime.toConfig(),
  name: 'DateTime',
  description: 'Thời điểm theo RFC 3339, giờ UTC · an instant as RFC 3339 writes it, in UTC',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  extensions: {},
});
