# METADATA
# description: |
#   Hanoi layer (groups A and B): replaceable as a whole. It may say denies, needs, permits, obligations, deadlines
#   and standing_authority; the gate reads nothing else of it.
package hanoi

import rego.v2

kind := data.tables.actions[input.action].kind

# METADATA
# title: Police professional, internal and defence cameras are outside the gate
# scope: rule
# custom:
#   rule: CT-01
#   articles: ["HCM01"]
#   message: camera_outside_regulation
#   severity: high
denies contains d if {
	kind in {"footage", "sharing", "camera"}
	not data.tables.systems[input.camera.systemKind].served == true
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
denies contains d if {
	kind in {"footage", "sharing", "camera"}
	not input.camera.classification == "normal"
	d := object.union(rego.metadata.rule().custom, {"at": "camera.classification"})
}

# METADATA
# title: Defence cameras are not served by the gate
# scope: rule
# custom:
#   rule: HN-10
#   articles: []
#   message: camera_outside_regulation
#   severity: high
denies contains d if {
	kind in {"footage", "sharing", "camera"}
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
denies contains d if {
	kind in {"footage", "sharing"}
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
denies contains d if {
	asks_itself
	not standing_authority
	not inspector
	not input.request.purposeCode in input.viewer.functions
	d := object.union(rego.metadata.rule().custom, {"at": "viewer.functions"})
}

# On approval the purpose is measured against the functions of the requester's body.
# METADATA
# title: The purpose belongs to the function of the body whose request is approved
# scope: rule
# custom:
#   rule: CT-12
#   articles: ["YB"]
#   message: purpose_outside_function
#   severity: medium
denies contains d if {
	input.action == "approve"
	not input.request.purposeCode in input.request.requester.functions
	d := object.union(rego.metadata.rule().custom, {"at": "request.requester.functions"})
}

asks_itself if kind == "footage"

asks_itself if input.action == "submit_request"

inspector if {
	some role in input.viewer.roles
	role in {"inspector", "inspection_head"}
}
