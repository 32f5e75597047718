# METADATA
# description: |
#   National layer: rules of regulation.md groups C to K, and the house's own rules (POL-n) that keep the promises.
#   This file: what kind of act it is, who asks, on which road.
package national

import rego.v2

act := data.tables.actions[input.action]

kind := act.kind

# Acts that end in pictures, or in the right to have them.
default concerns_footage := false

concerns_footage if data.tables.scopes.pictures[kind] == true

basis := data.tables.bases[input.request.legalBasisCode]

# The body on whose behalf footage is asked: the viewer's, except where police decide on somebody's request.
asker_kind := input.request.requester.orgKind if input.action == "approve"

asker_kind := input.viewer.orgKind if not input.action == "approve"

default asker_is_state_agency := false

asker_is_state_agency if data.tables.orgs[asker_kind].stateAgency == true

viewer_group := data.tables.orgs[input.viewer.orgKind].group

# Roads to footage. The city layer may name bodies with standing authority; inspectors come with their decision; a body
# looks at its own cameras; a person asks for their own picture; everybody else comes with a request, two keys and a grant.
default standing_authority := false

standing_authority if data.hanoi.standing_authority == true

default by_inspection := false

by_inspection if {
	kind == "footage"
	some role in input.viewer.roles
	data.tables.roles[role].inspects == true
}

default within_body := false

within_body if {
	kind == "footage"
	on_ground_of_own_body
}

on_ground_of_own_body if {
	data.tables.grounds[input.request.transferGround].withinBody == true
	filled(input.viewer.orgId)
	some name in ["ownerOrgId", "operatorOrgId", "controllerOrgId"]
	input.viewer.orgId == input.camera[name]
}

default own_data := false

own_data if {
	input.request.requesterKind == "dataSubject"
	data.tables.scopes.ownData[kind] == true
	own_basis
}

# Who asks for their own picture and names no basis relies on that right; another basis named is another road.
own_basis if basis.ownData == true

own_basis if not is_string(input.request.legalBasisCode)

default own_violation := false

own_violation if {
	kind == "footage"
	input.request.requesterKind == "violator"
}

# The roads that are a person's own right: nobody's body, purpose or ground is asked for there.
default own_right := false

own_right if own_data

own_right if own_violation

default by_request := false

by_request if {
	concerns_footage
	not standing_authority
	not by_inspection
	not within_body
	not own_data
	not own_violation
}

# Where a purpose must be one of the city's: everywhere but on the roads that are a person's own right.
default with_purpose := false

with_purpose if {
	concerns_footage
	not own_right
}

filled(value) if {
	is_string(value)
	value != ""
}

filled(value) if {
	is_array(value)
	count(value) > 0
}

# Two names that are both stated, and are one: what nobody states is nobody's own.
same(a, b) if {
	filled(a)
	a == b
}

# Two names that are both stated, and differ: a hidden name is nobody's alibi.
apart(a, b) if {
	filled(a)
	filled(b)
	a != b
}

in_time(row) if {
	row.from <= input.asOf
	input.asOf < row.to
}

ended(t) if {
	is_number(t)
	t <= input.asOf
}

runs_until(t) if {
	is_number(t)
	is_number(input.asOf)
	input.asOf < t
}

day := 86400000

# Last millisecond of the day in Hà Nội on which t lies, plus one: a term that ends "on" a day ends with it.
end_of_day(t) := ((floor((t + 25200000) / day) + 1) * day) - 25200000

# The whole written request of PD-14 and TR-03: number, issuer, signature, and a date not after the act.
default written_request := false

written_request if {
	in_writing
	filled(input.request.writtenRequest.signatureRef)
}

default in_writing := false

in_writing if {
	filled(input.request.writtenRequest.number)
	filled(input.request.writtenRequest.issuer)
	request_dated
}

default request_dated := false

request_dated if {
	is_number(input.request.writtenRequest.date)
	input.request.writtenRequest.date <= input.asOf
}
