# The pattern of other cities' regulations (group B): delegations, public zones, private and duplicate cameras.
package hanoi

import rego.v2

# METADATA
# title: A delegated body sees the cameras of its area within its delegation
# scope: rule
# custom:
#   rule: CT-05
#   articles: ["HCM01", "YB"]
#   message: delegated_right
permits contains p if {
	delegated
	p := object.union(rego.metadata.rule().custom, {"evidence": {"delegation": "viewer.delegations"}})
}

default delegated := false

delegated if {
	is_array(input.viewer.delegations)
	data.tables.actions[input.action].delegable == true
	input.camera.systemKind == "central"
	data.tables.orgs[input.viewer.orgKind].stateAgency == true
	some delegation in input.viewer.delegations
	input.action in delegation.actions
	covers_place(delegation)
	filled(delegation.decisionRef)
	is_number(delegation.validTo)
	input.asOf < delegation.validTo
}

covers_place(delegation) if {
	filled(delegation.area)
	delegation.area == input.camera.areaCode
}

covers_place(delegation) if {
	filled(delegation.cameraGroup)
	delegation.cameraGroup == input.camera.groupId
}

standing_authority if delegated

# METADATA
# title: The owner of a camera in a public zone may not refuse its connection
# scope: rule
# custom:
#   rule: CT-06
#   articles: ["HCM01"]
#   message: connection_may_not_be_refused
#   severity: medium
special_denies contains d if {
	input.action == "decline_consent"
	input.request.kind == "SYSTEM_CONNECT"
	not data.tables.zones[input.camera.zoneKind].public == false
	d := object.union(rego.metadata.rule().custom, {"at": "camera.zoneKind"})
}

# METADATA
# title: The public sees only what was put up for it, made coarse
# scope: rule
# custom:
#   rule: CT-07
#   articles: ["HCM01"]
#   message: not_for_the_public
#   severity: medium
special_denies contains d if {
	input.action == "public_view"
	not offered_to_public
	d := object.union(rego.metadata.rule().custom, {"at": "camera.publicShare"})
}

offered_to_public if {
	input.camera.publicShare == true
	input.camera.isPublicPlace == true
	not asks_for_full_pictures
	data.tables.zones[input.camera.zoneKind].sensitive == false
}

# Nobody who asks for no fidelity gets the full one: the act's own obligations make the pictures coarse.
asks_for_full_pictures if {
	not input.context.fidelity in {"degraded", null}
	"fidelity" in object.keys(input.context)
}

# METADATA
# title: Some cameras are offered to everybody
# scope: rule
# custom:
#   rule: CT-07
#   articles: ["HCM01"]
#   message: offered_to_everybody
permits contains p if {
	input.action == "public_view"
	offered_to_public
	p := object.union(rego.metadata.rule().custom, {"evidence": {"publicShare": true}})
}

# Somebody else than an anonymous visitor may ask for the coarse picture by name.
default coarse_view := false

coarse_view if {
	input.action == "live_view"
	input.context.fidelity == "degraded"
	offered_to_public
}

standing_authority if coarse_view

# METADATA
# title: The coarse picture of an offered camera is open to whoever asks for it
# scope: rule
# custom:
#   rule: CT-07
#   articles: ["HCM01"]
#   message: offered_to_everybody
permits contains p if {
	coarse_view
	p := object.union(rego.metadata.rule().custom, {"evidence": {"publicShare": true}})
}

# METADATA
# title: What everybody may see is made coarse on its way
# scope: rule
# custom:
#   rule: CT-07
#   articles: ["HCM01"]
#   code: mask_faces
#   mode: stream
obligations contains o if {
	coarse_view
	o := data.national.due(rego.metadata.rule().custom, {})
}

# METADATA
# title: What everybody may see comes one picture a second
# scope: rule
# custom:
#   rule: CT-07
#   articles: ["HCM01"]
#   code: reduce_fps
#   mode: stream
obligations contains o if {
	coarse_view
	o := data.national.due(rego.metadata.rule().custom, {"fps": 1})
}

# METADATA
# title: A private camera watches its owner's ground only, or is masked
# scope: rule
# custom:
#   rule: CT-08
#   articles: ["HCM01"]
#   message: looks_beyond_its_ground
#   severity: high
special_denies contains d if {
	registers
	private_camera
	not stays_on_its_ground
	d := object.union(rego.metadata.rule().custom, {"at": "camera.coverage"})
}

default private_camera := false

private_camera if input.camera.ownerKind == "private"

private_camera if input.camera.fundingKind == "private"

private_camera if input.camera.systemKind == "private"

# Whose camera it is has to be shown by those who are no state body.
private_camera if {
	registers
	not data.tables.orgs[input.viewer.orgKind].stateAgency == true
	not filled(input.camera.ownerKind)
	not filled(input.camera.fundingKind)
}

stays_on_its_ground if input.camera.coverage == "withinBoundary"

stays_on_its_ground if input.camera.coverageMasked == true

# METADATA
# title: The owner of a private camera is told formally
# scope: rule
# custom:
#   rule: CT-09
#   articles: ["HCM01"]
#   code: notify_owner
#   mode: after
obligations contains o if {
	kind == "sharing"
	private_or_internal
	o := data.national.due(rego.metadata.rule().custom, {})
}

private_or_internal if private_camera

private_or_internal if input.camera.systemKind == "internal"

# METADATA
# title: No two cameras look from the same place at the same thing
# scope: rule
# custom:
#   rule: CT-10
#   articles: ["HCM01"]
#   message: duplicate_camera
#   severity: medium
special_denies contains d if {
	registers
	not professional(input.camera)
	duplicate
	d := object.union(rego.metadata.rule().custom, {"at": "camera.location"})
}

professional(camera) if camera.systemKind in {"policeProfessional", "police_professional"}

duplicate if filled(input.camera.duplicateOf)

# A neighbour counts unless it is shown to stand elsewhere, to look elsewhere or to serve something else.
duplicate if {
	some other in input.neighbours
	not itself(other)
	not professional(other)
	not far(other)
	not turned_away(other)
	not serves_otherwise(other)
}

# One that nobody names may be another.
itself(other) if {
	filled(other.id)
	other.id == input.camera.id
}

# Flat-earth metres at the latitude of Hà Nội: good to a percent over a few metres.
far(other) if {
	dy := (other.location.lat - input.camera.location.lat) * 110700
	dx := (other.location.lon - input.camera.location.lon) * 103900
	(dx * dx) + (dy * dy) > data.tables.limits.duplicateMetres * data.tables.limits.duplicateMetres
}

turned_away(other) if {
	turn := abs(other.azimuth - input.camera.azimuth) % 360
	min([turn, 360 - turn]) > data.tables.limits.duplicateDegrees
}

serves_otherwise(other) if {
	count(other.purposes) > 0
	count(input.camera.purposes) > 0
	every purpose in other.purposes {
		not purpose in input.camera.purposes
	}
}
