# The house itself: accounts, written approvals, security levels, retention, the ledger, destruction, registers of owners.
package national

import rego.v2

# METADATA
# title: An account that nobody used for 45 days is closed
# scope: rule
# custom:
#   rule: SE-05
#   articles: ["TCVN14423-5.6"]
#   message: account_idle
#   severity: medium
always_denies contains d if {
	input.asOf - input.viewer.lastActiveAt > data.tables.limits.idleAccountDays * day
	d := object.union(rego.metadata.rule().custom, {"at": "viewer.lastActiveAt"})
}

# METADATA
# title: An account belongs to one person and is open
# scope: rule
# custom:
#   rule: SE-05
#   articles: ["TCVN14423-5.6"]
#   message: account_shared_or_closed
#   severity: high
always_denies contains d if {
	account_unfit
	d := object.union(rego.metadata.rule().custom, {"at": "viewer.account"})
}

account_unfit if input.viewer.account.personal == false

account_unfit if input.viewer.account.disabled == true

account_unfit if input.viewer.account.shared == true

account_unfit if ended(input.viewer.account.leftAt)

# METADATA
# title: Administrators, and whoever comes from outside, sign in with several factors
# scope: rule
# custom:
#   rule: SE-05
#   articles: ["TCVN14423-5.6"]
#   message: second_factor_missing
#   severity: high
always_denies contains d if {
	needs_second_factor
	not second_factor
	not input.viewer.account.mfa == true
	d := object.union(rego.metadata.rule().custom, {"at": "viewer.mfaLevel"})
}

needs_second_factor if input.viewer.account.admin == true

needs_second_factor if input.viewer.account.external == true

# METADATA
# title: Approval is given by a title, while its powers last
# scope: rule
# custom:
#   rule: SH-12
#   articles: ["ND333-4.2"]
#   message: approver_without_title
#   severity: high
picture_denies contains d if {
	input.action == "approve"
	not filled(input.viewer.title)
	d := object.union(rego.metadata.rule().custom, {"at": "viewer.title"})
}

# METADATA
# title: A title whose powers have ended approves nothing
# scope: rule
# custom:
#   rule: SH-12
#   articles: ["ND333-4.2"]
#   message: title_powers_ended
#   severity: high
always_denies contains d if {
	ended(input.viewer.titlePowersValidTo)
	act.byTitle == true
	d := object.union(rego.metadata.rule().custom, {"at": "viewer.titlePowersValidTo"})
}

# METADATA
# title: After its purpose has ended footage is not looked at again
# scope: rule
# custom:
#   rule: SH-03
#   articles: ["L60-18"]
#   message: purpose_has_ended
#   severity: high
picture_denies contains d if {
	kind == "footage"
	ended(input.grant.purposeEndedAt)
	d := object.union(rego.metadata.rule().custom, {"at": "grant.purposeEndedAt"})
}

# METADATA
# title: A request is closed with the certificate of destruction, or with its hold
# scope: rule
# custom:
#   rule: SH-03
#   articles: ["L60-18"]
#   message: destruction_not_certified
#   severity: medium
special_denies contains d if {
	kind == "destruction"
	not destroyed_or_held
	d := object.union(rego.metadata.rule().custom, {"at": "grant.destructionCertificate"})
}

destroyed_or_held if filled(input.grant.destructionCertificate)

destroyed_or_held if under_hold

# METADATA
# title: Who runs a system does not appraise its level
# scope: rule
# custom:
#   rule: SE-02
#   articles: ["ND331-18"]
#   message: appraiser_is_operator
#   severity: high
special_denies contains d if {
	input.action == "approve_system_level"
	not apart(input.system.appraiserUnitId, input.system.operatorUnitId)
	d := object.union(rego.metadata.rule().custom, {"at": "system.appraiserUnitId"})
}

# METADATA
# title: A city-wide system is of level three at least
# scope: rule
# custom:
#   rule: SE-01
#   articles: ["ND331-13"]
#   message: level_too_low
#   severity: high
special_denies contains d if {
	input.action == "approve_system_level"
	not level_high_enough
	d := object.union(rego.metadata.rule().custom, {"at": "system.level"})
}

level_high_enough if {
	is_number(input.system.level)
	input.system.level >= data.tables.limits.systemLevel
}

# METADATA
# title: Logs are kept three months at the very least
# scope: rule
# custom:
#   rule: SE-03
#   articles: ["TCVN14423-5.8"]
#   message: log_kept_too_short
#   severity: high
special_denies contains d if {
	input.action == "set_log_retention"
	not log_months_at_least(data.tables.limits.logMonthsLevel3)
	d := object.union(rego.metadata.rule().custom, {"at": "system.auditRetentionMonths"})
}

# METADATA
# title: Logs are of all kinds, in time, central, watched, and reviewed twice a year
# scope: rule
# custom:
#   rule: SE-03
#   articles: ["TCVN14423-5.8"]
#   message: log_not_in_order
#   severity: high
special_denies contains d if {
	input.action == "set_log_retention"
	some part in log_faults
	d := object.union(rego.metadata.rule().custom, {"at": concat(".", ["log", part])})
}

log_faults contains part if {
	some part in ["central", "ntp", "siem"]
	input.log[part] == false
}

log_faults contains "kinds" if {
	is_array(input.log.kinds)
	some kept in data.tables.limits.logKinds
	not kept in input.log.kinds
}

log_faults contains "reviewedAt" if {
	input.asOf >= end_of_day(input.log.reviewedAt + (data.tables.limits.logReviewDays * day))
}

# METADATA
# title: This house keeps its log twelve months online
# scope: rule
# custom:
#   rule: SE-04
#   articles: ["ND333-16.6"]
#   message: log_kept_too_short
#   severity: high
special_denies contains d if {
	input.action == "set_log_retention"
	not log_months_at_least(data.tables.limits.logMonths)
	d := object.union(rego.metadata.rule().custom, {"at": "system.auditRetentionMonths"})
}

log_months_at_least(months) if {
	is_number(input.system.auditRetentionMonths)
	input.system.auditRetentionMonths >= months
}

# METADATA
# title: A chained ledger holds digests and opaque names, never personal data in clear
# scope: rule
# custom:
#   rule: SE-08
#   articles: ["ND356-11.2", "ND330-68.3"]
#   message: personal_data_in_ledger
#   severity: high
special_denies contains d if {
	kind == "ledger"
	not ledger_without_names
	d := object.union(rego.metadata.rule().custom, {"at": "entry.clearPersonalData"})
}

ledger_without_names if {
	input.entry.clearPersonalData == false
	not says_clear
}

ledger_without_names if {
	not is_boolean(input.entry.clearPersonalData)
	data.tables.scopes.ledgerPayload[lower(input.entry.payload)] == true
}

says_clear if data.tables.scopes.ledgerPayload[lower(input.entry.payload)] == false

# METADATA
# title: Keeping video longer than 72 hours has a written reason
# scope: rule
# custom:
#   rule: INT-01
#   articles: ["EDPB-3"]
#   message: retention_not_justified
#   severity: low
special_denies contains d if {
	kind == "retention"
	input.retentionPolicy.days > data.tables.limits.retentionFreeDays
	not filled(input.retentionPolicy.justification)
	d := object.union(rego.metadata.rule().custom, {"at": "retentionPolicy.justification"})
}

# METADATA
# title: Toll stations and in-vehicle devices keep what their circulars ask
# scope: rule
# custom:
#   rule: TR-15
#   articles: ["TT34-8.5", "TT71-9"]
#   message: below_floor
#   severity: medium
special_denies contains d if {
	kind == "retention"
	below_floor
	d := object.union(rego.metadata.rule().custom, {"at": "retentionPolicy.days"})
}

below_floor if {
	some floor_days in binding_floors
	not input.retentionPolicy.days >= floor_days
}

binding_floors contains data.tables.floors[input.camera.systemKind][input.retentionPolicy.dataType]

binding_floors contains data.tables.floors[input.camera.systemKind].whatever if {
	not is_number(data.tables.floors[input.camera.systemKind][input.retentionPolicy.dataType])
}

below_floor if {
	is_number(input.retentionPolicy.floorDays)
	not input.retentionPolicy.days >= input.retentionPolicy.floorDays
}

# Owners that are no state bodies answer for their own house when they bring a camera in, once it is described.
private_owner if {
	kind == "register"
	viewer_group == "private"
	not input.viewer.orgKind == "CA_NHAN"
	house_judged
}

house_judged if is_object(input.organisation)

house_judged if {
	data.tables.limits.organisationFactsRequired == true
	not input.viewer.orgKind == "HO_KINH_DOANH"
}

small_owner if {
	data.tables.sizes[input.organisation.sizeClass].until > input.asOf
	not input.organisation.sellsProcessing == true
	not input.organisation.processesSensitive == true
	not many_subjects
}

many_subjects if input.organisation.dataSubjects >= data.tables.limits.manySubjects

# METADATA
# title: An organisation has a data-protection officer or hires the service
# scope: rule
# custom:
#   rule: PD-26
#   articles: ["L91-33.2", "L91-38"]
#   message: no_protection_officer
#   severity: medium
special_denies contains d if {
	private_owner
	not small_owner
	not filled(input.organisation.dpoContact)
	not filled(input.organisation.dpService)
	d := object.union(rego.metadata.rule().custom, {"at": "organisation.dpoContact"})
}

# METADATA
# title: A state body that describes its house names its officer or service too
# scope: rule
# custom:
#   rule: PD-26
#   articles: ["L91-33.2"]
#   message: no_protection_officer
#   severity: medium
always_denies contains d if {
	asker_is_state_agency
	data.tables.scopes.officer[kind] == true
	officer_asked
	not filled(input.organisation.dpoContact)
	not filled(input.organisation.dpService)
	d := object.union(rego.metadata.rule().custom, {"at": "organisation.dpoContact"})
}

# Stated as empty: there is none.
officer_asked if "dpoContact" in object.keys(input.organisation)

# METADATA
# title: Owners that are no state bodies have filed their impact assessment
# scope: rule
# custom:
#   rule: PD-27
#   articles: ["L91-21.6", "L91-38"]
#   message: no_impact_assessment
#   severity: medium
special_denies contains d if {
	private_owner
	not small_owner
	not filled(input.organisation.impactAssessmentRef)
	d := object.union(rego.metadata.rule().custom, {"at": "organisation.impactAssessmentRef"})
}

# METADATA
# title: A new device follows the device standard of its day
# scope: rule
# custom:
#   rule: SE-10
#   articles: ["QCVN11", "QCVN135"]
#   message: device_standard_outdated
#   severity: medium
special_denies contains d if {
	kind == "register"
	filled(input.camera.conformity.standard)
	not input.camera.origin == "existing"
	not standard_of_its_day
	d := object.union(rego.metadata.rule().custom, {"at": "camera.conformity.standard"})
}

standard_of_its_day if {
	not is_number(input.camera.conformity.certifiedAt)
	in_time(data.tables.standards[input.camera.conformity.standard])
}

# A device certified under the former standard keeps it, with its date.
standard_of_its_day if {
	standard := data.tables.standards[input.camera.conformity.standard]
	ended(input.camera.conformity.certifiedAt)
	standard.from <= input.camera.conformity.certifiedAt
	input.camera.conformity.certifiedAt < standard.to
}

# METADATA
# title: Recordings stay in Viet Nam
# scope: rule
# custom:
#   rule: SE-10
#   articles: ["QCVN11"]
#   message: stored_abroad
#   severity: high
special_denies contains d if {
	kind == "register"
	filled(input.camera.storageCountry)
	input.camera.storageCountry != "VN"
	d := object.union(rego.metadata.rule().custom, {"at": "camera.storageCountry"})
}

# METADATA
# title: People who pass are told that they are recorded
# scope: rule
# custom:
#   rule: PD-03
#   articles: ["L91-32.2", "ND330-71.1"]
#   code: verify_notice
#   mode: after
obligations contains o if {
	data.tables.scopes.notice[kind] == true
	not is_number(input.camera.noticeVerifiedAt)
	o := due(rego.metadata.rule().custom, {})
}

# METADATA
# title: Pictures of a camera that is known to give no verified notice are shared only when that is overridden
# scope: rule
# custom:
#   rule: PD-03
#   articles: ["L91-32.2", "ND330-71.1"]
#   message: notice_override_needed
#   by: police
needs contains n if {
	act.handsOver == true
	by_request
	filled(input.camera.noticeKind)
	not ended(input.camera.noticeVerifiedAt)
	not filled(input.request.noticeOverrideRef)
	n := object.union(rego.metadata.rule().custom, {"at": "request.noticeOverrideRef"})
}

# METADATA
# title: Footage in clear, asked for as such, has a stated reason
# scope: rule
# custom:
#   rule: SE-07
#   articles: ["ND356-9.3"]
#   message: clear_text_without_reason
#   severity: medium
picture_denies contains d if {
	asks_clear_text
	not filled(input.request.clearTextReason)
	d := object.union(rego.metadata.rule().custom, {"at": "request.clearTextReason"})
}

default asks_clear_text := false

asks_clear_text if data.tables.scopes.clearText[lower(input.context.fidelity)] == true

asks_clear_text if {
	by_request
	data.tables.scopes.clearText[lower(input.grant.scope.fidelity)] == true
}

# METADATA
# title: Unblurred footage of a school or hospital has a stated reason; without one faces are blurred
# scope: rule
# custom:
#   rule: SE-07
#   articles: ["ND356-9.3"]
#   code: mask_faces
#   mode: stream
obligations contains o if {
	kind == "footage"
	not data.tables.zones[input.camera.zoneKind].sensitive == false
	not filled(input.request.clearTextReason)
	o := due(rego.metadata.rule().custom, {})
}

# METADATA
# title: What inspectors do is visible to whoever sent them
# scope: rule
# custom:
#   rule: IN-09
#   articles: ["TCVN14423-5.6"]
#   code: notify_issuer
#   mode: after
obligations contains o if {
	acts_as_inspector
	o := due(rego.metadata.rule().custom, {})
}

# METADATA
# title: Who and which case stands behind an entry stays readable for the time that access records are kept
# scope: rule
# custom:
#   rule: SE-04
#   articles: ["ND333-16.6"]
#   message: opening_term_runs
#   severity: high
special_denies contains d if {
	input.action == "erase_opening"
	not ended(input.recording.limitationEnd)
	d := object.union(rego.metadata.rule().custom, {"at": "recording.limitationEnd"})
}
