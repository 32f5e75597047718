# Evidence: devices, citizens' clips, custody, holds (group E, TR-14).
package national

import rego.v2

# Footage asked as evidence of an administrative violation (NĐ 61/2026).
default enforces := false

enforces if {
	concerns_footage
	basis.enforcement == true
}

# METADATA
# title: Results of devices are used by those who have the authority for it
# scope: rule
# custom:
#   rule: EV-01
#   articles: ["ND61-4"]
#   message: no_authority_over_results
#   severity: high
picture_denies contains d if {
	kind == "footage"
	enforces
	not filled(input.viewer.authorityRef)
	d := object.union(rego.metadata.rule().custom, {"at": "viewer.authorityRef"})
}

# METADATA
# title: An uncalibrated device proves nothing
# scope: rule
# custom:
#   rule: EV-01
#   articles: ["ND61-4"]
#   message: device_not_calibrated
#   severity: high
picture_denies contains d if {
	enforces
	not input.camera.enforcement == false
	not calibrated
	d := object.union(rego.metadata.rule().custom, {"at": "camera.calibrationValidTo"})
}

calibrated if {
	is_number(input.camera.calibrationValidTo)
	measured_at < end_of_day(input.camera.calibrationValidTo)
}

# What counts is the day of the measurement, not of the question.
measured_at := input.recording.from if is_number(input.recording.from)

measured_at := input.asOf if not is_number(input.recording.from)

# METADATA
# title: An enforcement device works under a decision of a title that may take it
# scope: rule
# custom:
#   rule: EV-02
#   articles: ["ND61-12.2"]
#   message: no_deployment_decision
#   severity: high
always_denies contains d if {
	enforcement_matters
	not input.camera.enforcement == false
	not deployed_by_decision
	d := object.union(rego.metadata.rule().custom, {"at": "camera.enforcementDecision"})
}

enforcement_matters if kind == "register"

enforcement_matters if enforces

deployed_by_decision if {
	filled(input.camera.enforcementDecision.no)
	is_number(input.camera.enforcementDecision.date)
	input.camera.enforcementDecision.date <= input.asOf
	data.tables.titles.enforcement[input.camera.enforcementDecision.issuerTitle] == true
	runs_until(input.camera.enforcementDecision.validTo)
}

# METADATA
# title: Whoever extracts is trained
# scope: rule
# custom:
#   rule: EV-03
#   articles: ["ND61-13.1"]
#   message: not_trained
#   severity: medium
export_denies contains d if {
	input.action == "clip_export"
	not own_data
	not runs_until(input.viewer.trainingValidTo)
	d := object.union(rego.metadata.rule().custom, {"at": "viewer.trainingValidTo"})
}

# METADATA
# title: An export for enforcement belongs to a case file
# scope: rule
# custom:
#   rule: EV-04
#   articles: ["ND61-14.1"]
#   message: case_file_missing
#   severity: medium
export_denies contains d if {
	input.action == "clip_export"
	enforces
	not filled(input.request.caseFileId)
	d := object.union(rego.metadata.rule().custom, {"at": "request.caseFileId"})
}

# METADATA
# title: A result proves nothing after the limitation period
# scope: rule
# custom:
#   rule: EV-06
#   articles: ["ND61-14.3"]
#   message: limitation_passed
#   severity: high
recorded_denies contains d if {
	recorded
	enforces
	not within_limitation
	d := object.union(rego.metadata.rule().custom, {"at": "recording.limitationEnd"})
}

limitation_ends contains t if {
	t := input.recording.limitationEnd
	is_number(t)
}

limitation_ends contains t if {
	t := input.violation.limitationEnd
	is_number(t)
}

limitation_ends contains t if {
	t := input.recording.validUntil
	is_number(t)
}

within_limitation if {
	count(limitation_ends) > 0
	input.asOf < end_of_day(min(limitation_ends))
}

# METADATA
# title: A tampered record goes to the investigators, not into a sanction
# scope: rule
# custom:
#   rule: EV-15
#   articles: ["ND61-21.5"]
#   message: signs_of_tampering
#   severity: high
recorded_denies contains d if {
	recorded
	enforces
	not input.recording.tamperFlag == false
	d := object.union(rego.metadata.rule().custom, {"at": "recording.tamperFlag"})
}

# METADATA
# title: Signs of tampering are reported and the record is held
# scope: rule
# custom:
#   rule: EV-15
#   articles: ["ND61-21.5"]
#   code: escalate_and_hold
#   mode: after
obligations contains o if {
	input.recording.tamperFlag == true
	o := due(rego.metadata.rule().custom, {})
}

# METADATA
# title: A criminal-procedure demand names its case and the body that conducts it
# scope: rule
# custom:
#   rule: EV-17
#   articles: ["BLTTHS-88"]
#   message: procedural_demand_incomplete
#   severity: high
picture_denies contains d if {
	concerns_footage
	basis.procedural == true
	not procedural_demand
	d := object.union(rego.metadata.rule().custom, {"at": "request.caseNo"})
}

procedural_demand if {
	filled(input.request.caseNo)
	filled(input.request.procedureAuthority)
	data.tables.orgs[asker_kind].procedure == true
}

# METADATA
# title: An export is hashed, signed and timed, and its custody begins
# scope: rule
# custom:
#   rule: EV-18
#   articles: ["BLTTHS-99"]
#   code: seal_evidence
#   mode: before
export_obligations contains o if {
	input.action == "clip_export"
	o := due(rego.metadata.rule().custom, {})
}

# METADATA
# title: Every delivery is signed
# scope: rule
# custom:
#   rule: SE-06
#   articles: ["TCVN14423-5.4"]
#   code: sign_delivery
#   mode: before
export_obligations contains o if {
	input.action == "clip_export"
	o := due(rego.metadata.rule().custom, {})
}

# METADATA
# title: A procedural delivery is handed over with minutes
# scope: rule
# custom:
#   rule: EV-17
#   articles: ["BLTTHS-88"]
#   code: handover_minutes
#   mode: after
export_obligations contains o if {
	input.action == "clip_export"
	basis.procedural == true
	o := due(rego.metadata.rule().custom, {})
}

# METADATA
# title: A hold names the authority and the paper that ask for it
# scope: rule
# custom:
#   rule: EV-19
#   articles: ["BLTTHS-107"]
#   message: hold_without_paper
#   severity: medium
special_denies contains d if {
	kind == "hold"
	not hold_on_paper
	d := object.union(rego.metadata.rule().custom, {"at": "legalHold.ref"})
}

hold_on_paper if {
	filled(input.legalHold.ref)
	filled(input.legalHold.authority)
}

# METADATA
# title: What is held is not deleted
# scope: rule
# custom:
#   rule: EV-19
#   articles: ["BLTTHS-107"]
#   message: recording_is_held
#   severity: high
special_denies contains d if {
	kind == "purge"
	under_hold
	d := object.union(rego.metadata.rule().custom, {"at": "recording.legalHoldIds"})
}

under_hold if held

under_hold if {
	filled(input.legalHold.ref)
	not ended(input.legalHold.releasedAt)
}

# METADATA
# title: An enforcement device's own memory is cleared only after a verified copy, in signed minutes
# scope: rule
# custom:
#   rule: TR-14
#   articles: ["TT67"]
#   message: purge_without_copy_and_minutes
#   severity: high
special_denies contains d if {
	input.action == "purge_device"
	not input.camera.enforcement == false
	not copied_and_minuted
	d := object.union(rego.metadata.rule().custom, {"at": "recording.deletionMinutesRef"})
}

copied_and_minuted if {
	filled(input.recording.deletionMinutesRef)
	filled(input.recording.storedCopySha256)
	input.recording.storedCopySha256 == input.recording.sha256
}

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
	not data.tables.channels.intake[input.submission.channel] == true
	d := object.union(rego.metadata.rule().custom, {"at": "submission.channel"})
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
	is_object(data.tables.receivers[input.violation.field])
	not data.tables.receivers[input.violation.field][input.viewer.orgKind] == true
	d := object.union(rego.metadata.rule().custom, {"at": "viewer.orgKind"})
}

default takes_in := false

takes_in if input.action == "admit_submission"

takes_in if {
	input.action == "citizen_intake"
	not input.viewer.roles == ["public"]
}

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
	not is_object(data.tables.receivers[input.violation.field])
	d := object.union(rego.metadata.rule().custom, {"at": "violation.field"})
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
