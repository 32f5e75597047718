# Inventory and pause of investment (directive 4932, group A).
package hanoi

import rego.v2

default registers := false

registers if kind == "register"

group := data.tables.orgs[input.viewer.orgKind].group

# METADATA
# title: A body that has not reported its cameras is granted nothing
# scope: rule
# custom:
#   rule: HN-01
#   articles: ["4932"]
#   message: inventory_not_reported
#   severity: medium
picture_denies contains d if {
	kind == "sharing"
	must_report
	report_judged
	not reported
	d := object.union(rego.metadata.rule().custom, {"at": "organisation.inventoryReportStatus"})
}

must_report if data.tables.orgs[requester_kind].group in {"department", "commune", "city", "centre"}

requester_kind := input.request.requester.orgKind if input.action == "approve"

requester_kind := input.viewer.orgKind if not input.action == "approve"

# Whether an unknown report status already stands against the body is set by the signers (tables/limits.json).
report_judged if is_string(input.organisation.inventoryReportStatus)

report_judged if is_string(input.inventory.status)

report_judged if data.tables.limits.organisationFactsRequired == true

reported if data.tables.reportStates[input.organisation.inventoryReportStatus] == true

reported if data.tables.reportStates[input.inventory.status] == true

default paused := false

paused if {
	is_object(input.moratorium)
	not begins_later
	not over(input.moratorium.to)
}

paused if {
	not is_object(input.moratorium)
	data.tables.moratorium.from <= input.asOf
	input.asOf < data.tables.moratorium.to
}

begins_later if {
	is_number(input.moratorium.from)
	input.asOf < input.moratorium.from
}

over(t) if {
	is_number(t)
	t <= input.asOf
}

# METADATA
# title: No new camera investment by departments, communes and wards during the pause
# scope: rule
# custom:
#   rule: HN-02
#   articles: ["4932"]
#   message: investment_paused
#   severity: high
special_denies contains d if {
	registers
	paused
	group in {"department", "commune", "city", "centre"}
	not input.camera.origin == "existing"
	not specialised_exception
	not contracted_exception
	d := object.union(rego.metadata.rule().custom, {"at": "camera.origin"})
}

# Exception 1: specialised systems of a particular nature, justified and confirmed by the police.
specialised_exception if {
	input.camera.systemKind == "specialised"
	filled(input.camera.justificationDocId)
	some a in input.approvals
	a.key == "police"
	data.national.approved(a)
}

# Exception 2: bidding complete and under implementation, both.
contracted_exception if {
	is_number(input.camera.project.biddingCompletedAt)
	input.camera.project.biddingCompletedAt <= input.asOf
	data.tables.projectStates[input.camera.project.status] == true
}

filled(value) if {
	is_string(value)
	value != ""
}

# METADATA
# title: A specialised system may be brought in during the pause
# scope: rule
# custom:
#   rule: HN-03
#   articles: ["4932"]
#   message: specialised_system_excepted
permits contains p if {
	registers
	specialised_exception
	p := object.union(rego.metadata.rule().custom, {"evidence": {"justificationDocId": input.camera.justificationDocId}})
}

# METADATA
# title: A project already tendered and under way may go on during the pause
# scope: rule
# custom:
#   rule: HN-04
#   articles: ["4932"]
#   message: contracted_project_excepted
permits contains p if {
	registers
	contracted_exception
	p := object.union(rego.metadata.rule().custom, {"evidence": {"projectStatus": input.camera.project.status}})
}

# METADATA
# title: The Department of Construction adds no new items to the smart-traffic project until its plan is revised
# scope: rule
# custom:
#   rule: HN-05
#   articles: ["4932"]
#   message: smart_traffic_paused
#   severity: high
special_denies contains d if {
	data.tables.scopes.investment[kind] == true
	input.viewer.orgKind == "SO_XD"
	smart_traffic_item
	not input.camera.project.itemIsNew == false
	not input.camera.project.planRevisionApproved == true
	d := object.union(rego.metadata.rule().custom, {"at": "camera.project.planRevisionApproved"})
}

smart_traffic_item if input.camera.project.programme == "smartTraffic"

# A new camera of this department belongs to the programme until another is named.
smart_traffic_item if {
	not filled(input.camera.project.programme)
	not input.camera.origin == "existing"
}

# METADATA
# title: Every camera has its place in the city's video system, or says that it has none yet
# scope: rule
# custom:
#   rule: HN-06
#   articles: ["4932"]
#   message: integration_state_missing
#   severity: low
special_denies contains d if {
	registers
	not filled(input.camera.vmsNodeId)
	not filled(input.camera.integrationStatus)
	d := object.union(rego.metadata.rule().custom, {"at": "camera.integrationStatus"})
}

# METADATA
# title: Major technical changes are decided by the steering committee or the City People's Committee
# scope: rule
# custom:
#   rule: HN-07
#   articles: ["4932", "QD5243"]
#   message: change_without_decision
#   severity: high
special_denies contains d if {
	kind == "change"
	input.change.class == "majorTechnical"
	not decided_above
	d := object.union(rego.metadata.rule().custom, {"at": "change.approvalRef"})
}

# METADATA
# title: The class of a change is stated
# scope: rule
# custom:
#   rule: HN-07
#   articles: ["4932", "QD5243"]
#   message: change_without_decision
#   severity: high
special_denies contains d if {
	kind == "change"
	not filled(input.change.class)
	d := object.union(rego.metadata.rule().custom, {"at": "change.class"})
}

decided_above if {
	input.change.approvalBody in {"BCD_CAMERA", "UBND_TP"}
	filled(input.change.approvalRef)
}

# METADATA
# title: A set of rules is released by City Police and DOST together, with the ministry's opinion
# scope: rule
# custom:
#   rule: HN-08
#   articles: ["4932"]
#   message: release_not_signed_by_both
#   severity: high
special_denies contains d if {
	input.action == "activate_policy"
	not released_by_both
	d := object.union(rego.metadata.rule().custom, {"at": "policyBundle.signers"})
}

released_by_both if {
	"CATP" in input.policyBundle.signers
	"SO_KHCN" in input.policyBundle.signers
	filled(input.policyBundle.opinionRef)
}

# METADATA
# title: The operating unit's own regulation and the department's opinion on it are on file
# scope: rule
# custom:
#   rule: TR-04
#   articles: ["TT83-6"]
#   code: file_operating_regulation
#   mode: after
obligations contains o if {
	input.action == "activate_policy"
	not regulation_on_file
	o := data.national.due(rego.metadata.rule().custom, {})
}

regulation_on_file if {
	filled(input.policyBundle.operatingRegulation.ref)
	filled(input.policyBundle.operatingRegulation.departmentOpinionRef)
}

# METADATA
# title: Scheme cameras are network cameras with ONVIF; others are marked in the inventory
# scope: rule
# custom:
#   rule: HN-09
#   articles: ["QD319"]
#   code: mark_nonconforming
#   mode: after
obligations contains o if {
	registers
	not conforming
	o := data.national.due(rego.metadata.rule().custom, {})
}

conforming if {
	some protocol in input.camera.protocols
	lower(protocol) == "onvif"
	not input.camera.analog == true
}

# METADATA
# title: City systems connect through the city's platform; a direct link has a recorded exception
# scope: rule
# custom:
#   rule: HN-13
#   articles: ["QD85-7.3"]
#   message: not_through_city_platform
#   severity: medium
special_denies contains d if {
	kind == "connect"
	input.system.cityShared == true
	not input.context.channel == "LGSP"
	not filled(input.context.peerExceptionRef)
	d := object.union(rego.metadata.rule().custom, {"at": "context.channel"})
}
