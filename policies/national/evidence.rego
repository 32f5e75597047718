# Evidence of administrative violations: devices, their users and the time they count (EV-01 to EV-06, EV-16).
package national

import rego.v2

# Footage asked as evidence of an administrative violation (NĐ 61/2026).
default enforces := false

enforces if {
	concerns_footage
	basis.enforcement == true
}

# What an enforcement device records is its result on every road but a person's own right and an inspection.
default device_matters := false

device_matters if {
	enforces
	not device_of_operator
}

device_matters if {
	with_purpose
	not by_inspection
	input.camera.enforcement == true
}

# An ordinary camera, and the cameras of those who run roads, airports and transport (Đ22): no deployment decision is asked.
device_of_operator if input.camera.enforcement == false

device_of_operator if run_by_operator

run_by_operator if data.tables.limits.infraOperators[input.camera.ownerKind] == true

run_by_operator if data.tables.limits.infraOperators[input.camera.operatorKind] == true

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
	device_matters
	not calibrated
	d := object.union(rego.metadata.rule().custom, {"at": "camera.calibrationValidTo"})
}

calibrated if measured_at < end_of_day(input.camera.calibrationValidTo)

# What counts is the day of the measurement, not of the question.
measured_at := input.recording.from if is_number(input.recording.from)

measured_at := input.asOf if not is_number(input.recording.from)

# METADATA
# title: What was altered is no result any more; only a criminal-procedure body takes it
# scope: rule
# custom:
#   rule: EV-01
#   articles: ["ND61-4"]
#   message: result_altered
#   severity: high
recorded_denies contains d if {
	tampered
	used_as_result
	not basis.procedural == true
	d := object.union(rego.metadata.rule().custom, {"at": "recording.tamperFlag"})
}

default tampered := false

tampered if input.recording.tamperFlag == true

tampered if input.submission.tamperFlag == true

used_as_result if enforces

used_as_result if device_matters

used_as_result if {
	takes_out
	by_request
}

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
	not deployed_by_decision
	d := object.union(rego.metadata.rule().custom, {"at": "camera.enforcementDecision"})
}

# A camera is an enforcement device when it is flagged as one, or shows such a decision.
enforcement_matters if {
	kind == "register"
	input.camera.enforcement == true
}

enforcement_matters if {
	kind == "register"
	not input.camera.enforcement == false
	is_object(input.camera.enforcementDecision)
}

enforcement_matters if device_matters

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
	not trained
	d := object.union(rego.metadata.rule().custom, {"at": "viewer.trainingValidTo"})
}

trained if {
	runs_until(input.viewer.trainingValidTo)
	not input.viewer.trained == false
}

trained if {
	input.viewer.trained == true
	not is_number(input.viewer.trainingValidTo)
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

within_limitation if input.asOf < end_of_day(min(limitation_ends))

# A source whose results need no verification of their own: a device in an approved plan, or an operator of Đ22.
qualified_source if input.camera.trustLevel == "qualified"

qualified_source if run_by_operator

# METADATA
# title: Results of operators' cameras support a sanction without separate verification
# scope: rule
# custom:
#   rule: EV-16
#   articles: ["ND61-22"]
#   message: qualified_source
permits contains p if {
	enforces
	qualified_source
	trained
	p := object.union(rego.metadata.rule().custom, {"evidence": {"cameraId": input.camera.id}})
}

# METADATA
# title: Results of any other source are verified before they support a sanction
# scope: rule
# custom:
#   rule: EV-14
#   articles: ["ND61-21.1"]
#   code: verify_before_use
#   mode: after
obligations contains o if {
	enforces
	not qualified_source
	o := due(rego.metadata.rule().custom, {})
}
