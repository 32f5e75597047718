# Inventory and pause of investment (directive 4932, group A).
package hanoi

import rego.v2

default registers := false

registers if kind == "register"

group := data.tables.orgs[input.viewer.orgKind].group

# A grant is not made to such a body, and one made earlier opens nothing.
# METADATA
# title: A body that has not reported its cameras is granted nothing
# scope: rule
# custom:
#   rule: HN-01
#   articles: ["4932"]
#   message: inventory_not_reported
#   severity: medium
picture_denies contains d if {
	data.national.by_request == true
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

reported if {
	data.tables.reportStates[input.inventory.status] == true
	not of_another_body
}

# A report counts for the body that made it.
of_another_body if data.national.apart(input.inventory.orgId, data.national.asker_org)

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

# METADATA
# title: What is newly invested is not connected during the pause either
# scope: rule
# custom:
#   rule: HN-02
#   articles: ["4932"]
#   message: investment_paused
#   severity: high
special_denies contains d if {
	kind == "connect"
	paused
	group in {"department", "commune", "city", "centre"}
	input.camera.origin == "newInvestment"
	not specialised_exception
	not contracted_exception
	d := object.union(rego.metadata.rule().custom, {"at": "camera.origin"})
}

# Exception 1: specialised systems of a particular nature, justified and confirmed by the police.
specialised_exception if {
	justified_as_special
	count(data.national.police_keys) > 0
}

justified_as_special if {
	"specialised" in {object.get(input.camera, "systemKind", ""), object.get(object.get(input, "system", {}), "kind", "")}
	filled(input.camera.justificationDocId)
}

# METADATA
# title: The police confirm that a system is specialised
# scope: rule
# custom:
#   rule: HN-03
#   articles: ["4932"]
#   message: police_confirmation_needed
#   by: police
needs contains n if {
	registers
	paused
	justified_as_special
	not input.camera.origin == "existing"
	not specialised_exception
	n := object.union(rego.metadata.rule().custom, {"at": "approvals"})
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

# A new item whose programme nobody names belongs to this department's programme.
smart_traffic_item if {
	not filled(input.camera.project.programme)
	input.camera.project.itemIsNew == true
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

decided_above if {
	some a in input.approvals
	a.body in {"BCD_CAMERA", "UBND_TP"}
	filled(a.decisionRef)
	not refused(a)
}

refused(a) if a.effect != "approved"

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
# title: A project paid from the budget carries the appraisal of its architecture; without one the signers are warned
# scope: rule
# custom:
#   rule: HN-14
#   articles: ["QD2906"]
#   code: file_architecture_appraisal
#   mode: after
obligations contains o if {
	data.tables.scopes.investment[kind] == true
	is_object(input.camera.project)
	budget_funded
	not filled(input.camera.project.architectureAppraisalRef)
	o := data.national.due(rego.metadata.rule().custom, {})
}

budget_funded if input.camera.project.fundingKind == "state"

budget_funded if {
	not filled(input.camera.project.fundingKind)
	input.camera.fundingKind == "state"
}

# METADATA
# title: The city's platform is an allowed way to connect
# scope: rule
# custom:
#   rule: HN-12
#   articles: ["QD5918"]
#   message: city_platform_used
permits contains p if {
	kind == "connect"
	data.tables.channels.city[input.context.channel] == true
	count(data.national.police_keys) > 0
	p := object.union(rego.metadata.rule().custom, {"evidence": {"channel": input.context.channel}})
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
	city_link
	not data.tables.channels.city[input.context.channel] == true
	not filled(input.context.peerExceptionRef)
	d := object.union(rego.metadata.rule().custom, {"at": "context.channel"})
}

city_link if input.system.cityShared == true

# What goes over no platform at all is a peer link; only a link that says it serves no city system is none of the city's.
city_link if {
	not data.tables.channels.connection[input.context.channel] == true
	not input.system.cityShared == false
}
