# Road-traffic surveillance of the police and its neighbours (group K).
package national

import rego.v2

default road_traffic := false

road_traffic if input.camera.systemKind == "roadTraffic"

# METADATA
# title: Road-traffic surveillance is run by the City Police or the national traffic police
# scope: rule
# custom:
#   rule: TR-01
#   articles: ["TT83-6"]
#   message: operator_is_not_the_traffic_police
#   severity: high
special_denies contains d if {
	kind == "register"
	road_traffic
	not run_by_police
	d := object.union(rego.metadata.rule().custom, {"at": "camera.operatorOrgId"})
}

run_by_police if data.tables.orgs[operator_kind].group in {"police", "ministryPolice"}

# What kind of body runs the camera: stated, told by its code, or known because it is the body that stands before the gate.
operator_kind := input.camera.operatorKind if filled(input.camera.operatorKind)

operator_kind := input.camera.operatorOrgId if {
	not filled(input.camera.operatorKind)
	is_object(data.tables.orgs[input.camera.operatorOrgId])
}

operator_kind := input.viewer.orgKind if {
	not filled(input.camera.operatorKind)
	not is_object(data.tables.orgs[input.camera.operatorOrgId])
	filled(input.camera.operatorOrgId)
	input.camera.operatorOrgId in {object.get(input.viewer, "orgId", ""), object.get(input.viewer, "unitId", "")}
}

# METADATA
# title: Road-traffic footage serves security, order and traffic; other purposes of the list serve state agencies
# scope: rule
# custom:
#   rule: TR-02
#   articles: ["L36-71", "TT83-7"]
#   message: purpose_outside_road_traffic
#   severity: high
picture_denies contains d if {
	with_purpose
	road_traffic
	not road_purpose
	d := object.union(rego.metadata.rule().custom, {"at": "request.purposeCode"})
}

road_purpose if input.request.purposeCode in {"AN_NINH_TRAT_TU", "GIAO_THONG"}

road_purpose if {
	is_object(data.tables.purposes[input.request.purposeCode])
	asker_is_state_agency
}

# Insiders of the system: the unit that runs it, whoever its operating regulation names (GSGT), and the connected centres.
default inside_system := false

inside_system if {
	filled(input.camera.operatorOrgId)
	input.camera.operatorOrgId in {asker_org, asker_unit}
}

inside_system if "GSGT" in asker_functions

inside_system if {
	connected_centre
	data.tables.channels.connection[input.context.channel] == true
}

connected_centre if {
	asker_kind == "CATP_TTCHGT"
	in_time(data.tables.rules["TR-08"])
}

connected_centre if {
	asker_kind in data.tables.limits.connectedCentres
	in_time(data.tables.rules["TR-09"])
}

asker_org := input.request.requester.orgId if input.action == "approve"

asker_org := input.viewer.orgId if not input.action == "approve"

asker_unit := object.get(input.request.requester, "unitId", "") if input.action == "approve"

asker_unit := object.get(input.viewer, "unitId", "") if not input.action == "approve"

asker_functions := input.request.requester.functions if input.action == "approve"

asker_functions := input.viewer.functions if not input.action == "approve"

default outside_system := false

outside_system if {
	road_traffic
	not own_data
	not own_violation
	not by_inspection
	not inside_system
}

# METADATA
# title: Outsiders of the road-traffic system come with a written request
# scope: rule
# custom:
#   rule: TR-03
#   articles: ["TT83-7.3"]
#   message: road_traffic_needs_written_request
#   severity: high
picture_denies contains d if {
	outside_system
	not in_emergency
	not in_writing
	d := object.union(rego.metadata.rule().custom, {"at": "request.writtenRequest"})
}

# METADATA
# title: Outsiders of the road-traffic system see nothing without the consent of the unit that runs it
# scope: rule
# custom:
#   rule: TR-03
#   articles: ["TT83-7.3"]
#   message: operating_unit_has_not_consented
#   severity: high
picture_denies contains d if {
	outside_system
	kind == "footage"
	not operating_unit_consents
	d := object.union(rego.metadata.rule().custom, {"at": "approvals"})
}

# METADATA
# title: The unit that runs the road-traffic system consents
# scope: rule
# custom:
#   rule: TR-03
#   articles: ["TT83-7.3"]
#   message: operating_unit_consent_needed
#   by: operator
needs contains n if {
	outside_system
	input.action == "submit_request"
	not operating_unit_consents
	n := object.union(rego.metadata.rule().custom, {"at": "approvals"})
}

# METADATA
# title: The police approve nothing on the road-traffic system before the unit that runs it has consented
# scope: rule
# custom:
#   rule: TR-03
#   articles: ["TT83-7.3"]
#   message: operating_unit_has_not_consented
#   severity: high
picture_denies contains d if {
	input.action == "approve"
	outside_system
	not operating_unit_consents
	not operating_unit_approves
	d := object.union(rego.metadata.rule().custom, {"at": "approvals"})
}

# The police key may be the unit's consent, where the unit holds it.
operating_unit_approves if {
	filled(input.camera.operatorOrgId)
	input.camera.operatorOrgId in {object.get(input.viewer, "orgId", ""), object.get(input.viewer, "unitId", "")}
}

default operating_unit_consents := false

operating_unit_consents if {
	filled(input.camera.operatorOrgId)
	some a in input.approvals
	input.camera.operatorOrgId in {object.get(a, "unitId", ""), object.get(a, "orgId", "")}
	approved(a)
}

# METADATA
# title: Police who extract road-traffic footage have the qualification of their circular
# scope: rule
# custom:
#   rule: TR-07
#   articles: ["TT83-4"]
#   message: qualification_missing
#   severity: medium
export_denies contains d if {
	input.action == "clip_export"
	road_traffic
	viewer_group in {"police", "ministryPolice"}
	not qualified
	d := object.union(rego.metadata.rule().custom, {"at": "viewer.qualification"})
}

qualified if {
	filled(input.viewer.qualification)
	runs_until(input.viewer.trainingValidTo)
}

# METADATA
# title: A violator is shown their own violation, in the presence of an officer, others unrecognisable
# scope: rule
# custom:
#   rule: TR-12
#   articles: ["TT73-15.3", "TT73-23.1"]
#   message: violator_view_not_in_order
#   severity: medium
picture_denies contains d if {
	own_violation
	not violator_view
	d := object.union(rego.metadata.rule().custom, {"at": "violation.id"})
}

violator_view if {
	act.shownToViolator == true
	filled(input.violation.id)
	not of_somebody_else
	shown_by_officer
}

shown_by_officer if input.context.supervised == true

# At the post or the unit it is an officer who stands before the gate.
shown_by_officer if {
	viewer_group == "police"
	not input.context.supervised == false
}

of_somebody_else if {
	filled(input.violation.violatorUserId)
	not input.violation.violatorUserId in {object.get(input.viewer, "userId", ""), object.get(object.get(input.request, "requester", {}), "userId", "")}
}

# METADATA
# title: A violator may see the images of their own violation
# scope: rule
# custom:
#   rule: TR-12
#   articles: ["TT73-15.3", "TT73-23.1"]
#   message: violator_may_see
permits contains p if {
	own_violation
	violator_view
	p := object.union(rego.metadata.rule().custom, {"evidence": {"violationId": input.violation.id}})
}

# METADATA
# title: On the violator's screen everybody else is unrecognisable
# scope: rule
# custom:
#   rule: TR-12
#   articles: ["TT73-15.3"]
#   code: mask_faces
#   mode: stream
obligations contains o if {
	own_violation
	o := due(rego.metadata.rule().custom, {})
}

# METADATA
# title: A delivery from a neighbour's cameras is registered and signed over
# scope: rule
# custom:
#   rule: TR-11
#   articles: ["TT73-26"]
#   code: register_handover
#   mode: after
export_obligations contains o if {
	input.action == "clip_export"
	viewer_group == "police"
	input.request.purposeCode == "GIAO_THONG"
	o := due(rego.metadata.rule().custom, {})
}

# METADATA
# title: An old decree on the traffic-safety database opens no footage
# scope: rule
# custom:
#   rule: TR-18
#   articles: ["ND151-9"]
#   message: database_is_no_ground
#   severity: high
picture_denies contains d if {
	basis.database == true
	d := object.union(rego.metadata.rule().custom, {"at": "request.legalBasisCode"})
}

# METADATA
# title: The operating unit's own regulation and the department's opinion on it are on file
# scope: rule
# custom:
#   rule: TR-04
#   articles: ["TT83-6"]
#   code: file_operating_regulation
#   mode: after
special_obligations contains o if {
	input.action == "activate_policy"
	not regulation_on_file
	o := due(rego.metadata.rule().custom, {})
}

regulation_on_file if {
	filled(input.policyBundle.operatingRegulation.ref)
	filled(input.policyBundle.operatingRegulation.departmentOpinionRef)
}
