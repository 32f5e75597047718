# Which fields of an answer the viewer may see; the host masks the rest.
package gate

import rego.v2

default fields := {"allow": [], "mask": {}}

fields := {"allow": row.allow, "mask": row.mask} if {
	row := data.tables.fields[input.action]
}
