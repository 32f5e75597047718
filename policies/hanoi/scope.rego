# METADATA
# description: |
#   Hanoi layer (groups A and B): replaceable as a whole. It may say denies, needs, permits, obligations, deadlines
#   and standing_authority; the gate reads nothing else of it.
package hanoi

import rego.v2

kind := data.tables.actions[input.action].kind

default about_camera := false

about_camera if data.tables.scopes.camera[kind] == true

served if data.tables.systems[input.camera.systemKind].served == true

# An internal camera answers a state agency's written request (CT-09).
served if {
	input.camera.systemKind == "internal"
	filled(input.request.requesterAuthority)
	data.national.concerns_footage == true
	data.national.asker_is_state_agency == true
	data.national.written_request == true
}

# METADATA
# title: Police professional, internal and defence cameras are outside the gate
# scope: rule
# custom:
#   rule: CT-01
#   articles: ["HCM01"]
#   message: camera_outside_regulation
#   severity: high
always_denies contains d if {
	about_camera
	not served
	d := object.union(rego.metadata.rule().custom, {"at": "camera.systemKind"})
}

# METADATA
# title: State secrets are outside the regulation
# scope: rule
# custom:
#   rule: CT-01
#   articles: ["HCM01"]
#   message: camera_outside_regulation
#   severity: high
always_denies contains d if {
	about_camera
	not input.camera.classification == "normal"
	d := object.union(rego.metadata.rule().custom, {"at": "camera.classification"})
}

# METADATA
# title: Defence cameras are not served by the gate
# scope: rule
# custom:
#   rule: HN-10
#   articles: ["QD319"]
#   message: camera_outside_regulation
#   severity: high
always_denies contains d if {
	about_camera
	not mission_served
	d := object.union(rego.metadata.rule().custom, {"at": "camera.missionClass"})
}

mission_served if {
	input.camera.missionClass != "QUOC_PHONG"
	is_object(data.tables.purposes[input.camera.missionClass])
}

# METADATA
# title: The purpose is one of the closed list
# scope: rule
# custom:
#   rule: CT-03
#   articles: ["HCM01"]
#   message: purpose_not_known
#   severity: high
picture_denies contains d if {
	data.national.with_purpose == true
	not is_object(data.tables.purposes[input.request.purposeCode])
	d := object.union(rego.metadata.rule().custom, {"at": "request.purposeCode"})
}

# METADATA
# title: A connection and a statistic have a purpose of the closed list too
# scope: rule
# custom:
#   rule: CT-03
#   articles: ["HCM01"]
#   message: purpose_not_known
#   severity: high
special_denies contains d if {
	kind in {"connect", "aggregate"}
	not is_object(data.tables.purposes[input.request.purposeCode])
	d := object.union(rego.metadata.rule().custom, {"at": "request.purposeCode"})
}

# METADATA
# title: The purpose belongs to the function of the body that asks
# scope: rule
# custom:
#   rule: CT-12
#   articles: ["YB"]
#   message: purpose_outside_function
#   severity: medium
picture_denies contains d if {
	asks_itself
	data.national.with_purpose == true
	not commander
	not coarse_view
	not inspector
	not input.request.purposeCode in own_functions
	d := object.union(rego.metadata.rule().custom, {"at": "viewer.functions"})
}

# Functions stand with the person, with their body, or with both.
own_functions contains f if some f in input.viewer.functions

own_functions contains f if {
	not is_array(input.viewer.functions)
	filled(input.viewer.orgId)
	input.request.requester.orgId == input.viewer.orgId
	some f in input.request.requester.functions
}

own_functions contains f if {
	of_asker
	some f in input.organisation.functions
}

of_asker if not filled(input.organisation.id)

of_asker if input.organisation.id == data.national.asker_org

# On approval the purpose is measured against the functions of the requester's body, where they are before the approver:
# they were asked for when the request was submitted, and are again at every view.
# METADATA
# title: The purpose belongs to the function of the body whose request is approved
# scope: rule
# custom:
#   rule: CT-12
#   articles: ["YB"]
#   message: purpose_outside_function
#   severity: medium
picture_denies contains d if {
	input.action == "approve"
	some functions in functions_of_requester
	not input.request.purposeCode in functions
	d := object.union(rego.metadata.rule().custom, {"at": "request.requester.functions"})
}

# The submission was measured already; whoever approves measures again where the functions are stated.
functions_of_requester contains input.request.requester.functions if is_array(input.request.requester.functions)

functions_of_requester contains input.organisation.functions if {
	of_asker
	is_array(input.organisation.functions)
}

default asks_itself := false

asks_itself if kind == "footage"

asks_itself if input.action == "submit_request"

default inspector := false

inspector if {
	some role in input.viewer.roles
	data.tables.roles[role].inspects == true
}
