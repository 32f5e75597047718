# The grant: what it covers, for whom and until when (POL-5).
package national

import rego.v2

default uses_grant := false

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
picture_denies contains d if {
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
picture_denies contains d if {
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
picture_denies contains d if {
	uses_grant
	not grant_runs
	d := object.union(rego.metadata.rule().custom, {"at": "grant.expiresAt"})
}

grant_runs if {
	is_number(input.grant.expiresAt)
	is_number(input.asOf)
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
picture_denies contains d if {
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
picture_denies contains d if {
	uses_grant
	not in_granted_window
	d := object.union(rego.metadata.rule().custom, {"at": "grant.scope.window"})
}

window_stated if {
	is_number(input.grant.scope.window.from)
	is_number(input.grant.scope.window.to)
}

in_granted_window if {
	looks_now
	window_stated
	input.grant.scope.window.from <= input.asOf
	input.asOf < input.grant.scope.window.to
}

in_granted_window if {
	not looks_now
	window_stated
	asked_window.from < asked_window.to
	input.grant.scope.window.from <= asked_window.from
	asked_window.to <= input.grant.scope.window.to
}

looks_now if input.action == "live_view"

looks_now if {
	input.action == "snapshot"
	not is_object(input.recording)
}

asked_window := input.recording if is_object(input.recording)

asked_window := input.request.timeWindow if {
	not is_object(input.recording)
	analyses
}

# METADATA
# title: The grant's number of views is not used up
# scope: rule
# custom:
#   rule: POL-5
#   articles: []
#   message: views_used_up
#   severity: high
picture_denies contains d if {
	uses_grant
	is_number(input.grant.scope.maxViews)
	not views_left
	d := object.union(rego.metadata.rule().custom, {"at": "grant.viewsUsed"})
}

# Who counts says so; where nobody counted a view there was none.
views_left if {
	input.grant.scope.maxViews > 0
	not is_number(input.grant.viewsUsed)
}

views_left if {
	is_number(input.grant.viewsUsed)
	input.grant.viewsUsed < input.grant.scope.maxViews
}

# METADATA
# title: The grant was made to the viewer's body
# scope: rule
# custom:
#   rule: POL-5
#   articles: []
#   message: grant_of_another
#   severity: high
picture_denies contains d if {
	uses_grant
	not same(input.viewer.orgId, input.request.requester.orgId)
	d := object.union(rego.metadata.rule().custom, {"at": "request.requester.orgId"})
}

# When a paper that the answer rests on runs out: the answer must be asked again then. Asking early is never wrong, so no
# paper is left out because of the act; and what is no number is above every time (gate.valid_until takes the least).
papers_end contains t if t := input.grant.expiresAt

papers_end contains t if t := input.grant.revokedAt

papers_end contains t if t := input.grant.scope.window.to

papers_end contains t if {
	some a in input.approvals
	some name in ["withdrawnAt", "expiresAt"]
	t := a[name]
}

papers_end contains t if t := input.inspection.endsAt

papers_end contains t if t := input.viewer.trainingValidTo

papers_end contains t if {
	some delegation in input.viewer.delegations
	t := delegation.validTo
}

papers_end contains t if t := input.recording.expiresAt

papers_end contains t if {
	input.request.emergency == true
	t := input.request.oralRequestAt + (24 * hours)
}
