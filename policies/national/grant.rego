# The grant: what it covers, for whom and until when (POL-5).
package national

import rego.v2

uses_grant if {
	by_request
	kind == "footage"
	is_object(input.grant)
}

# METADATA
# title: The grant covers this camera
# scope: rule
# custom:
#   rule: POL-5
#   articles: []
#   message: camera_not_granted
#   severity: high
denies contains d if {
	uses_grant
	not input.camera.id in input.grant.scope.cameras
	d := object.union(rego.metadata.rule().custom, {"at": "grant.scope.cameras"})
}

# METADATA
# title: The grant covers this act
# scope: rule
# custom:
#   rule: POL-5
#   articles: []
#   message: act_not_granted
#   severity: high
denies contains d if {
	uses_grant
	not input.action in input.grant.scope.actions
	d := object.union(rego.metadata.rule().custom, {"at": "grant.scope.actions"})
}

# METADATA
# title: The grant has not expired
# scope: rule
# custom:
#   rule: POL-5
#   articles: []
#   message: grant_expired
#   severity: high
denies contains d if {
	uses_grant
	not grant_runs
	d := object.union(rego.metadata.rule().custom, {"at": "grant.expiresAt"})
}

grant_runs if {
	is_number(input.grant.expiresAt)
	input.asOf < input.grant.expiresAt
}

# METADATA
# title: The grant was not revoked
# scope: rule
# custom:
#   rule: POL-5
#   articles: []
#   message: grant_revoked
#   severity: high
denies contains d if {
	uses_grant
	ended(input.grant.revokedAt)
	d := object.union(rego.metadata.rule().custom, {"at": "grant.revokedAt"})
}

# METADATA
# title: The time that is asked lies in the granted window
# scope: rule
# custom:
#   rule: POL-5
#   articles: []
#   message: outside_granted_window
#   severity: high
denies contains d if {
	uses_grant
	not in_granted_window
	d := object.union(rego.metadata.rule().custom, {"at": "grant.scope.window"})
}

window_stated if {
	is_number(input.grant.scope.window.from)
	is_number(input.grant.scope.window.to)
}

in_granted_window if {
	input.action == "live_view"
	window_stated
	input.grant.scope.window.from <= input.asOf
	input.asOf < input.grant.scope.window.to
}

in_granted_window if {
	not input.action == "live_view"
	window_stated
	is_number(input.recording.from)
	is_number(input.recording.to)
	input.recording.from < input.recording.to
	input.grant.scope.window.from <= input.recording.from
	input.recording.to <= input.grant.scope.window.to
}

# METADATA
# title: The grant was made to the viewer's body
# scope: rule
# custom:
#   rule: POL-5
#   articles: []
#   message: grant_of_another
#   severity: high
denies contains d if {
	uses_grant
	not input.viewer.orgId == input.request.requester.orgId
	d := object.union(rego.metadata.rule().custom, {"at": "request.requester.orgId"})
}

papers_end contains t if {
	kind == "footage"
	some t in [input.grant.expiresAt, input.grant.revokedAt, input.grant.scope.window.to]
	is_number(t)
}

papers_end contains t if {
	kind == "footage"
	some a in input.approvals
	some t in [object.get(a, "withdrawnAt", null), object.get(a, "expiresAt", null)]
	is_number(t)
}

papers_end contains t if {
	kind in {"footage", "inspection"}
	t := input.inspection.endsAt
	is_number(t)
}
