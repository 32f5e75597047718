# The written request (SH-02, PD-14) and what never passes through here (SH-07).
package national

import rego.v2

# METADATA
# title: A request states everything that the form of the law asks
# scope: rule
# custom:
#   rule: SH-02
#   articles: ["ND165"]
#   message: request_incomplete
#   severity: medium
picture_denies contains d if {
	by_request
	some name in data.tables.limits.requestForm
	not form_filled(name)
	d := object.union(rego.metadata.rule().custom, {"at": concat(".", ["request", name])})
}

# PD-14 binds agencies and third parties; not a person's own data, and not the first day of an oral emergency demand.
default needs_paper := false

needs_paper if {
	by_request
	not in_emergency
}

# What is taken away needs its paper even where looking does not.
needs_paper if {
	act.takesOut == true
	standing_authority
}

needs_paper if kind == "publish"

form_filled(name) if {
	value := input.request[name]
	value != null
	value != ""
}

# METADATA
# title: The reason says something
# scope: rule
# custom:
#   rule: SH-02
#   articles: ["ND165"]
#   message: reason_says_nothing
#   severity: medium
picture_denies contains d if {
	by_request
	not reason_says_something
	d := object.union(rego.metadata.rule().custom, {"at": "request.reason"})
}

reason_text := trim(input.request.reason, " .-,;:!?_\t\n")

# Long enough, of several different words, and none of the phrases that fit every request.
reason_says_something if {
	count(reason_text) >= data.tables.limits.reasonLetters
	count({word | some word in split(reason_text, " "); word != ""}) >= data.tables.limits.reasonWords
	not data.tables.limits.reasonFillers[lower(reason_text)] == true
}

# METADATA
# title: No footage to an agency or third party without the written request of a competent authority
# scope: rule
# custom:
#   rule: PD-14
#   articles: ["ND330-71.2"]
#   message: written_request_missing
#   severity: high
always_denies contains d if {
	needs_paper
	some part in ["number", "issuer", "signatureRef"]
	not filled(input.request.writtenRequest[part])
	d := object.union(rego.metadata.rule().custom, {"at": concat(".", ["request.writtenRequest", part])})
}

# METADATA
# title: The written request is dated, and not later than the act
# scope: rule
# custom:
#   rule: PD-14
#   articles: ["ND330-71.2"]
#   message: written_request_missing
#   severity: high
always_denies contains d if {
	needs_paper
	not request_dated
	d := object.union(rego.metadata.rule().custom, {"at": "request.writtenRequest.date"})
}

# METADATA
# title: The request is in writing, with number, date and issuer
# scope: rule
# custom:
#   rule: SH-02
#   articles: ["ND165"]
#   message: written_request_missing
#   severity: medium
picture_denies contains d if {
	by_request
	not in_emergency
	not in_writing
	d := object.union(rego.metadata.rule().custom, {"at": "request.writtenRequest"})
}

# METADATA
# title: State secrets never pass through this gate
# scope: rule
# custom:
#   rule: SH-07
#   articles: ["ND278", "L117-5", "HCM01"]
#   message: state_secret
#   severity: high
always_denies contains d if {
	data.tables.scopes.camera[kind] == true
	not input.camera.classification == "normal"
	d := object.union(rego.metadata.rule().custom, {"at": "camera.classification"})
}

# METADATA
# title: A recording that is a state secret never passes either, whatever its camera is
# scope: rule
# custom:
#   rule: SH-07
#   articles: ["ND278", "L117-5", "HCM01"]
#   message: state_secret
#   severity: high
always_denies contains d if {
	data.tables.scopes.recording[kind] == true
	filled(input.recording.classification)
	input.recording.classification != "normal"
	d := object.union(rego.metadata.rule().custom, {"at": "recording.classification"})
}

# METADATA
# title: A link that is said to carry state secrets is not made
# scope: rule
# custom:
#   rule: SH-07
#   articles: ["ND278", "L117-5", "HCM01"]
#   message: state_secret
#   severity: high
special_denies contains d if {
	kind == "connect"
	filled(input.camera.classification)
	input.camera.classification != "normal"
	d := object.union(rego.metadata.rule().custom, {"at": "camera.classification"})
}

# METADATA
# title: Only a competent authority's written request opens footage for agencies and third parties
# scope: rule
# custom:
#   rule: PD-14
#   articles: ["ND330-71.2"]
#   message: not_a_competent_authority
#   severity: high
picture_denies contains d if {
	by_request
	not competent_authority
	d := object.union(rego.metadata.rule().custom, {"at": "viewer.orgKind"})
}

competent_authority if {
	asker_is_state_agency
	not input.request.requesterKind == "press"
}

# A private body may pass on the request of an authority that stands behind it.
competent_authority if {
	data.tables.orgs[asker_kind].group == "private"
	data.tables.orgs[input.request.requesterAuthority].stateAgency == true
}

# METADATA
# title: A press request is answered by the spokesperson and opens no footage
# scope: rule
# custom:
#   rule: SH-13
#   articles: ["ND244-7.3"]
#   message: press_goes_to_spokesperson
#   severity: medium
picture_denies contains d if {
	of_the_press
	d := object.union(rego.metadata.rule().custom, {"at": "request.requesterKind"})
}

of_the_press if data.tables.orgs[asker_kind].group == "press"

of_the_press if input.request.requesterKind == "press"

# METADATA
# title: A press request is refused with a reason
# scope: rule
# custom:
#   rule: SH-13
#   articles: ["ND244-7.3"]
#   message: refusal_without_reason
#   severity: medium
special_denies contains d if {
	input.action == "refuse_request"
	input.request.requesterKind == "press"
	not refusal_reasoned
	d := object.union(rego.metadata.rule().custom, {"at": "request.refusalReason"})
}

# METADATA
# title: Traffic police first on the scene of an accident may ask for pictures around it, for its time
# scope: rule
# custom:
#   rule: EV-21
#   articles: ["TT72-6.6"]
#   message: accident_scene_permits
permits contains p if {
	input.action == "submit_request"
	data.tables.orgs[input.viewer.orgKind].group == "police"
	is_number(input.request.timeWindow.from)
	is_number(input.accident.time)
	input.request.timeWindow.from <= input.accident.time
	input.accident.time <= input.request.timeWindow.to
	p := object.union(rego.metadata.rule().custom, {"evidence": {"orgKind": input.viewer.orgKind}})
}
