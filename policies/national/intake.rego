# What citizens hand in (EV-09 to EV-15).
package national

import rego.v2

# METADATA
# title: Citizens hand in by one of the ways of the law
# scope: rule
# custom:
#   rule: EV-09
#   articles: ["ND61-16.1"]
#   message: intake_channel_unknown
#   severity: low
special_denies contains d if {
	kind == "intake"
	not by_known_channel
	d := object.union(rego.metadata.rule().custom, {"at": "submission.channel"})
}

by_known_channel if data.tables.channels.intake[input.submission.channel] == true

# METADATA
# title: Data of people and organisations is received
# scope: rule
# custom:
#   rule: EV-09
#   articles: ["ND61-16.1"]
#   message: intake_open
permits contains p if {
	kind == "intake"
	role_may
	by_known_channel
	p := object.union(rego.metadata.rule().custom, {"evidence": {"channel": input.submission.channel}})
}

# METADATA
# title: Who handed something in stays secret
# scope: rule
# custom:
#   rule: EV-10
#   articles: ["ND61-16.2"]
#   message: provider_is_secret
#   severity: high
always_denies contains d if {
	input.submission.discloseProvider == true
	d := object.union(rego.metadata.rule().custom, {"at": "submission.discloseProvider"})
}

# METADATA
# title: The identity of whoever handed something in is sealed
# scope: rule
# custom:
#   rule: EV-10
#   articles: ["ND61-16.2"]
#   code: seal_provider
#   mode: before
special_obligations contains o if {
	kind == "intake"
	o := due(rego.metadata.rule().custom, {})
}

# METADATA
# title: A submission counts when it passes the four checks
# scope: rule
# custom:
#   rule: EV-11
#   articles: ["ND61-17.1"]
#   message: submission_not_admissible
#   severity: medium
special_denies contains d if {
	input.action == "admit_submission"
	some check in {"fieldCovered", "privacyRespected", "objective", "withinPeriod"}
	not input.submission[check] == true
	d := object.union(rego.metadata.rule().custom, {"at": concat(".", ["submission", check])})
}

# METADATA
# title: What fails one of the four checks does not count, also at intake
# scope: rule
# custom:
#   rule: EV-11
#   articles: ["ND61-17.1"]
#   message: submission_not_admissible
#   severity: medium
special_denies contains d if {
	input.action == "citizen_intake"
	some check in {"fieldCovered", "privacyRespected", "objective", "withinPeriod"}
	input.submission[check] == false
	d := object.union(rego.metadata.rule().custom, {"at": concat(".", ["submission", check])})
}

# The field of the violation, under any of the names it is stated by.
fields_of_violation contains field if {
	field := input.violation.field
	filled(field)
}

fields_of_violation contains field if {
	field := input.submission.field
	filled(field)
}

fields_of_violation contains field if {
	field := input.recording.violationField
	filled(field)
}

# METADATA
# title: Submissions are received by the bodies that the law names for their field
# scope: rule
# custom:
#   rule: EV-12
#   articles: ["ND61-18"]
#   message: not_a_receiver
#   severity: medium
special_denies contains d if {
	takes_in
	some field in fields_of_violation
	is_object(data.tables.receivers[field])
	not data.tables.receivers[field][input.viewer.orgKind] == true
	d := object.union(rego.metadata.rule().custom, {"at": "viewer.orgKind"})
}

# METADATA
# title: A body that the law names for the field receives
# scope: rule
# custom:
#   rule: EV-12
#   articles: ["ND61-18"]
#   message: competent_receiver
permits contains p if {
	takes_in
	role_may
	some field in fields_of_violation
	data.tables.receivers[field][input.viewer.orgKind] == true
	p := object.union(rego.metadata.rule().custom, {"evidence": {"orgKind": input.viewer.orgKind}})
}

default takes_in := false

takes_in if input.action == "admit_submission"

takes_in if {
	input.action == "citizen_intake"
	not hands_in
}

# Who comes as one of the public, or with no account at all, hands in and receives nothing.
hands_in if input.viewer.roles == ["public"]

hands_in if acts_as_anyone

# METADATA
# title: Which bodies receive for this field is not in the catalogue
# scope: rule
# custom:
#   rule: EV-12
#   articles: ["ND61-18"]
#   message: receivers_of_field_unknown
#   severity: medium
unknowns contains d if {
	takes_in
	not receivers_known
	d := object.union(rego.metadata.rule().custom, {"at": "violation.field"})
}

receivers_known if {
	count(fields_of_violation) > 0
	every field in fields_of_violation {
		is_object(data.tables.receivers[field])
	}
}

# At the counter the field may still be open (it is classified next, EV-13); a body that receives in no field may not take it.
receivers_known if {
	input.action == "citizen_intake"
	count(fields_of_violation) == 0
	some field, _ in data.tables.receivers
	data.tables.receivers[field][input.viewer.orgKind] == true
}

# METADATA
# title: Whoever is not competent forwards, and admits nothing
# scope: rule
# custom:
#   rule: EV-13
#   articles: ["ND61-20"]
#   message: not_competent_to_admit
#   severity: medium
special_denies contains d if {
	input.action == "admit_submission"
	input.submission.competent == false
	d := object.union(rego.metadata.rule().custom, {"at": "submission.competent"})
}

# METADATA
# title: What belongs to another body is forwarded to it
# scope: rule
# custom:
#   rule: EV-13
#   articles: ["ND61-20"]
#   code: forward_submission
#   mode: after
special_obligations contains o if {
	kind == "intake"
	input.submission.competent == false
	o := due(rego.metadata.rule().custom, {})
}

# METADATA
# title: What comes in is entered in the register and reported at once, or forwarded
# scope: rule
# custom:
#   rule: EV-13
#   articles: ["ND61-20"]
#   code: enter_in_register
#   mode: after
special_obligations contains o if {
	kind == "intake"
	o := due(rego.metadata.rule().custom, {})
}

# METADATA
# title: Forged or altered data goes to the criminal-procedure body and is not admitted
# scope: rule
# custom:
#   rule: EV-15
#   articles: ["ND61-21.5"]
#   message: signs_of_tampering
#   severity: high
special_denies contains d if {
	input.action == "admit_submission"
	tampered
	d := object.union(rego.metadata.rule().custom, {"at": "recording.tamperFlag"})
}
