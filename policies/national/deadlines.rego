# Clocks that the law starts; libs/deadlines counts them (working days of Hà Nội, Tết included).
package national

import rego.v2

deadlines contains d if {
	is_object(input.violation)
	some d in violation_deadlines
}

deadlines contains d if {
	is_object(input.submission)
	some d in submission_deadlines
}

deadlines contains d if {
	not kind == "footage"
	some d in request_deadlines
}

deadlines contains d if some d in oral_deadlines

deadlines contains d if some d in granted_deadlines

deadlines contains d if {
	not concerns_footage
	some d in special_deadlines
}

deadlines contains d if {
	acts_as_inspector
	some d in inspection_deadlines
}

deadlines contains d if {
	recorded
	some d in recorded_deadlines
}

deadlines contains d if {
	takes_out
	some d in export_deadlines
}

deadlines contains d if {
	is_object(input.legalHold)
	some d in hold_deadlines
}

deadlines contains d if {
	is_object(input.analytics)
	some d in machine_deadlines
}

# METADATA
# title: A review of a footage request is done in the house's time, counted from receipt; no law sets one
# scope: rule
# custom:
#   rule: SH-12
#   articles: ["ND333-4.2"]
#   name: review_due
request_deadlines contains d if {
	under_review
	sla_class == "normal"
	d := object.union(term(object.union(rego.metadata.rule().custom, sla), input.request.receivedAt), pause)
}

# METADATA
# title: Urgent reviews are done in 24 hours, where life or security is threatened in three
# scope: rule
# custom:
#   rule: SH-11
#   articles: ["L116-25"]
#   name: review_due
request_deadlines contains d if {
	under_review
	sla_class != "normal"
	d := object.union(term(object.union(rego.metadata.rule().custom, sla), input.request.receivedAt), pause)
}

sla := data.tables.limits.reviewTerms[sla_class]

# METADATA
# title: Before the law on receipts the same time is the house's own
# scope: rule
# custom:
#   rule: POL-10
#   articles: []
#   name: review_due
request_deadlines contains d if {
	under_review
	not in_time(data.tables.rules[clock_rule])
	d := object.union(term(object.union(rego.metadata.rule().custom, sla), input.request.receivedAt), pause)
}

under_review if {
	is_number(input.request.receivedAt)
	data.tables.scopes.review[kind] == true
	not input.request.kind == "SYSTEM_CONNECT"
}

clock_rule := "SH-12" if sla_class == "normal"

clock_rule := "SH-11" if sla_class != "normal"

# A class that nobody knows hurries nobody, and slows nobody down.
default sla_class := "normal"

sla_class := input.request.slaClass if is_object(data.tables.limits.reviewTerms[input.request.slaClass])

# While the requester is asked for more the clock stands still.
default pause := {}

pause := {"pausedFrom": input.request.infoAskedAt} if {
	is_number(input.request.infoAskedAt)
	not is_number(input.request.infoGivenAt)
}

pause := {"pausedFrom": input.request.infoAskedAt, "pausedTo": input.request.infoGivenAt} if {
	is_number(input.request.infoAskedAt)
	is_number(input.request.infoGivenAt)
}

# METADATA
# title: Whoever is asked for more answers in the house's time
# scope: rule
# custom:
#   rule: POL-10
#   articles: []
#   name: supplement_due
#   amount: 3
#   unit: workingDay
request_deadlines contains d if {
	data.tables.scopes.review[kind] == true
	is_number(input.request.infoAskedAt)
	not is_number(input.request.infoGivenAt)
	d := term(rego.metadata.rule().custom, input.request.infoAskedAt)
}

# METADATA
# title: A connection account is made in two working days
# scope: rule
# custom:
#   rule: SH-09
#   articles: ["ND194-40.3"]
#   name: connection_account_due
#   amount: 2
#   unit: workingDay
request_deadlines contains d if {
	input.request.kind == "SYSTEM_CONNECT"
	is_number(input.request.receivedAt)
	d := term(rego.metadata.rule().custom, input.request.receivedAt)
}

# METADATA
# title: Whoever asked for data destroys it when the purpose has ended, and certifies it
# scope: rule
# custom:
#   rule: SH-03
#   articles: ["L60-18"]
#   name: destruction_certificate_due
#   amount: 5
#   unit: workingDay
granted_deadlines contains d if {
	is_number(input.grant.purposeEndedAt)
	not filled(input.grant.destructionCertificate)
	d := term(rego.metadata.rule().custom, input.grant.purposeEndedAt)
}

# METADATA
# title: Mandatory connections are complete by 31/12/2026
# scope: rule
# custom:
#   rule: SH-06
#   articles: ["ND278-24"]
#   name: mandatory_connection_due
#   amount: 0
#   unit: day
special_deadlines contains d if {
	kind == "connect"
	not is_number(input.system.connectedAt)
	d := term(rego.metadata.rule().custom, data.tables.limits.mandatoryConnectionBy)
}

# METADATA
# title: Violation minutes follow within five working days of knowing the violator
# scope: rule
# custom:
#   rule: EV-07
#   articles: ["ND61-15.1"]
#   name: violation_minutes_due
#   amount: 5
#   unit: workingDay
violation_deadlines contains d if {
	is_number(input.violation.violatorIdentifiedAt)
	d := term(rego.metadata.rule().custom, input.violation.violatorIdentifiedAt)
}

# METADATA
# title: A submission is verified in 30 days, a complex one in 60
# scope: rule
# custom:
#   rule: EV-14
#   articles: ["ND61-21.1"]
submission_deadlines contains d if {
	is_number(input.submission.acceptedAt)
	amount := {true: 60, false: 30}[object.get(input.submission, "complex", false) == true]
	d := term(object.union(rego.metadata.rule().custom, {"name": "verification_due", "amount": amount, "unit": "day"}), input.submission.acceptedAt)
}

# METADATA
# title: The owner of a vehicle that did not stop is found, or told, in ten days
# scope: rule
# custom:
#   rule: TR-13
#   articles: ["TT73-24"]
#   name: vehicle_owner_due
#   amount: 10
#   unit: day
violation_deadlines contains d if {
	not input.violation.vehicleNotStopped == false
	is_number(input.violation.detectedAt)
	d := term(rego.metadata.rule().custom, input.violation.detectedAt)
}

# METADATA
# title: Twenty days after a notice without answer the registration bodies are warned
# scope: rule
# custom:
#   rule: TR-13
#   articles: ["TT73-24"]
#   name: notice_unanswered_after
#   amount: 20
#   unit: day
violation_deadlines contains d if {
	not input.violation.vehicleNotStopped == false
	is_number(input.violation.notifiedAt)
	d := term(rego.metadata.rule().custom, input.violation.notifiedAt)
}

# The clock starts with a request that is complete.
asks_right if {
	kind == "subject"
	is_number(input.dataSubjectRequest.receivedAt)
	not input.dataSubjectRequest.complete == false
}

# METADATA
# title: A request of a data subject is acknowledged in two working days
# scope: rule
# custom:
#   rule: DS-01
#   articles: ["ND356-5"]
#   name: acknowledgement_due
#   amount: 2
#   unit: workingDay
special_deadlines contains d if {
	asks_right
	d := term(rego.metadata.rule().custom, input.dataSubjectRequest.receivedAt)
}

# METADATA
# title: A request of a data subject is answered in the term of its kind, longer with a third party or an extension
# scope: rule
# custom:
#   rule: DS-02
#   articles: ["ND356-5"]
#   name: answer_due
special_deadlines contains d if {
	asks_right
	row := data.tables.subjectTerms[input.dataSubjectRequest.kind]
	base := {true: row.withThirdParty, false: row.days}[object.get(input.dataSubjectRequest, "thirdParty", false) == true]
	amount := base + extension_days(row)
	d := term(object.union(rego.metadata.rule().custom, {"rule": row.rule, "amount": amount, "unit": "day"}), input.dataSubjectRequest.receivedAt)
}

# The days that were asked for, or all that the kind allows where nobody says how many.
extension_days(row) := min([row.extension, days]) if {
	extension_reasoned
	days := input.dataSubjectRequest.extension.days
	is_number(days)
}

extension_days(row) := row.extension if {
	extension_reasoned
	not is_number(input.dataSubjectRequest.extension.days)
}

extension_days(_) := 0 if not extension_reasoned

reports_incident if {
	kind == "incident"
	is_number(input.incident.detectedAt)
}

# METADATA
# title: A violation that may do harm is reported to the authority in 72 hours
# scope: rule
# custom:
#   rule: DS-08
#   articles: ["L91-23"]
#   name: authority_notice_due
#   amount: 72
#   unit: hour
special_deadlines contains d if {
	reports_incident
	not input.incident.harm == false
	d := term(rego.metadata.rule().custom, input.incident.detectedAt)
}

# METADATA
# title: People are told in 72 hours when biometric or location data is concerned
# scope: rule
# custom:
#   rule: DS-09
#   articles: ["ND330-70.1", "ND356-29"]
#   name: subjects_notice_due
#   amount: 72
#   unit: hour
special_deadlines contains d if {
	reports_incident
	biometric_or_location
	d := term(rego.metadata.rule().custom, input.incident.detectedAt)
}

biometric_or_location if input.incident.dataClass in {"biometric", "sensitive", "location"}

biometric_or_location if input.incident.location == true

# METADATA
# title: The file of such an incident is kept five years after its remedy
# scope: rule
# custom:
#   rule: DS-09
#   articles: ["ND330-70.1", "ND356-29"]
#   name: incident_file_kept_until
#   amount: 5
#   unit: year
special_deadlines contains d if {
	kind == "incident"
	biometric_or_location
	is_number(input.incident.remediedAt)
	d := term(rego.metadata.rule().custom, input.incident.remediedAt)
}

# METADATA
# title: A serious incident is announced to the ministry in 24 hours
# scope: rule
# custom:
#   rule: SE-09
#   articles: ["ND331-31.2"]
#   name: first_notice_due
#   amount: 24
#   unit: hour
special_deadlines contains d if {
	reports_incident
	input.incident.severity == "serious"
	d := term(rego.metadata.rule().custom, input.incident.detectedAt)
}

# METADATA
# title: A serious incident is reported in full in 72 hours
# scope: rule
# custom:
#   rule: SE-09
#   articles: ["ND331-31.2"]
#   name: full_report_due
#   amount: 72
#   unit: hour
special_deadlines contains d if {
	reports_incident
	input.incident.severity == "serious"
	d := term(rego.metadata.rule().custom, input.incident.detectedAt)
}

# METADATA
# title: A system that was being built on 01/07/2026 has its level approved within six months
# scope: rule
# custom:
#   rule: SE-01
#   articles: ["ND331-39.1"]
#   name: level_approval_due
#   amount: 6
#   unit: month
special_deadlines contains d if {
	kind == "system"
	being_built
	not filled(input.system.levelDecision)
	d := term(rego.metadata.rule().custom, data.tables.limits.securityLawFrom)
}

# METADATA
# title: Such a system meets the measures of its level within twelve months
# scope: rule
# custom:
#   rule: SE-01
#   articles: ["ND331-39.1"]
#   name: level_measures_due
#   amount: 12
#   unit: month
special_deadlines contains d if {
	kind == "system"
	being_built
	d := term(rego.metadata.rule().custom, data.tables.limits.securityLawFrom)
}

being_built if {
	is_number(input.system.buildStartedAt)
	input.system.buildStartedAt < data.tables.limits.securityLawFrom
}

# METADATA
# title: The end of an inspector's access
# scope: rule
# custom:
#   rule: IN-04
#   articles: ["L84"]
#   name: inspection_ends
#   amount: 0
#   unit: hour
inspection_deadlines contains d if {
	is_number(input.inspection.endsAt)
	d := term(rego.metadata.rule().custom, input.inspection.endsAt)
}

# METADATA
# title: The sixty days of a Government Inspectorate inspection
# scope: rule
# custom:
#   rule: IN-04
#   articles: ["L84"]
#   name: inspection_sixty_days
#   amount: 60
#   unit: day
inspection_deadlines contains d if {
	of_government_inspectorate
	is_number(input.inspection.announcedAt)
	not filled(input.inspection.extensionRef)
	d := term(rego.metadata.rule().custom, input.inspection.announcedAt)
}

# METADATA
# title: What inspectors demand is answered by the date they set
# scope: rule
# custom:
#   rule: IN-05
#   articles: ["L84"]
#   name: inspection_demand_due
#   amount: 0
#   unit: hour
inspection_deadlines contains d if {
	some demand in input.inspection.demands
	is_number(demand.dueAt)
	not is_number(demand.respondedAt)
	d := term(rego.metadata.rule().custom, demand.dueAt)
}

# METADATA
# title: A result may be used to the last day of the limitation period
# scope: rule
# custom:
#   rule: EV-06
#   articles: ["ND61-14.3"]
#   name: result_usable_until
#   amount: 0
#   unit: day
recorded_deadlines contains d if {
	enforces
	d := term(rego.metadata.rule().custom, min(limitation_ends))
}

# METADATA
# title: Whoever sends data abroad files the impact dossier in sixty days; state agencies are exempt
# scope: rule
# custom:
#   rule: PD-23
#   articles: ["L91-20.2"]
#   name: transfer_dossier_due
#   amount: 60
#   unit: day
export_deadlines contains d if {
	some country in delivery_countries
	country != "VN"
	not asker_is_state_agency
	d := term(rego.metadata.rule().custom, input.asOf)
}

# METADATA
# title: A hold is looked at again on its date
# scope: rule
# custom:
#   rule: EV-19
#   articles: ["BLTTHS-107"]
#   name: hold_review_due
#   amount: 0
#   unit: day
hold_deadlines contains d if {
	hold_runs
	is_number(input.legalHold.reviewAt)
	d := term(rego.metadata.rule().custom, input.legalHold.reviewAt)
}

# METADATA
# title: Automated processing is looked at again every year
# scope: rule
# custom:
#   rule: AI-02
#   articles: ["ND356-10"]
#   name: ai_review_due
#   amount: 1
#   unit: year
machine_deadlines contains d if {
	is_number(input.analytics.complianceReviewedAt)
	d := term(rego.metadata.rule().custom, input.analytics.complianceReviewedAt)
}

# METADATA
# title: An account that nobody uses closes after 45 days
# scope: rule
# custom:
#   rule: SE-05
#   articles: ["TCVN14423-5.6"]
#   name: idle_account_closes
#   amount: 45
#   unit: day
special_deadlines contains d if {
	kind == "role"
	is_number(input.viewer.lastActiveAt)
	d := term(rego.metadata.rule().custom, input.viewer.lastActiveAt)
}

# METADATA
# title: Accounts are looked through every six months
# scope: rule
# custom:
#   rule: SE-05
#   articles: ["TCVN14423-5.6"]
#   name: account_review_due
#   amount: 6
#   unit: month
special_deadlines contains d if {
	is_number(input.viewer.account.reviewedAt)
	d := term(rego.metadata.rule().custom, input.viewer.account.reviewedAt)
}

# METADATA
# title: Logs are looked through every six months
# scope: rule
# custom:
#   rule: SE-03
#   articles: ["TCVN14423-5.8"]
#   name: log_review_due
#   amount: 6
#   unit: month
special_deadlines contains d if {
	is_number(input.system.logReviewedAt)
	d := term(rego.metadata.rule().custom, input.system.logReviewedAt)
}
