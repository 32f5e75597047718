# METADATA
# description: |
#   National layer: rules of regulation.md groups C to K, and the house's own rules (POL-n) that keep the promises.
#   This file: what kind of act it is, who asks, on which road.
package national

import rego.v2

kind := data.tables.actions[input.action].kind

# Acts that end in pictures, or in the right to have them.
concerns_footage if kind in {"footage", "sharing"}

basis := data.tables.bases[input.request.legalBasisCode]

# The body on whose behalf footage is asked: the viewer's, except where police decide on somebody's request.
asker_kind := input.viewer.orgKind if kind == "footage"

asker_kind := input.viewer.orgKind if input.action == "submit_request"

asker_kind := input.request.requester.orgKind if input.action == "approve"

asker_is_state_agency if data.tables.orgs[asker_kind].stateAgency == true

# Roads to footage. The city layer may name bodies with standing authority; inspectors come with their decision;
# everybody else comes with a request, two keys and a grant.
standing_authority if data.hanoi.standing_authority == true

by_inspection if {
	kind == "footage"
	some role in input.viewer.roles
	role in {"inspector", "inspection_head"}
}

by_request if {
	concerns_footage
	not standing_authority
	not by_inspection
}

filled(value) if {
	is_string(value)
	value != ""
}

filled(value) if {
	is_array(value)
	count(value) > 0
}

in_time(row) if {
	row.from <= input.asOf
	input.asOf < row.to
}
