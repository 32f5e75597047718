# Inspection exists only under an inspection decision with its scope (group I).
package national

import rego.v2

inspection_bodies := {"TTCP", "TTTP", "TTCA", "TTQD", "TTNHNN", "TTCY"}

# METADATA
# title: Inspectors belong to an inspection body of the law
# scope: rule
# custom:
#   rule: IN-01
#   articles: ["L84-7"]
#   message: not_an_inspection_body
#   severity: high
inspector_denies contains d if {
	not inspection_body
	d := object.union(rego.metadata.rule().custom, {"at": "viewer.orgKind"})
}

inspection_body if input.viewer.orgKind in inspection_bodies

# The second kind of outside review, by the data-protection authority, follows the same papers (IN-07).
inspection_body if {
	by_check
	in_time(data.tables.rules["IN-07"])
}

default by_check := false

by_check if {
	input.viewer.orgKind in {"BCA_A05", "BCA"}
	data.tables.limits.checkKinds[input.inspection.kind] == true
}

# The specialised authority comes for nothing else.
by_check if {
	input.viewer.orgKind == "BCA_A05"
	not filled(input.inspection.kind)
}

default acts_as_inspector := false

acts_as_inspector if kind == "inspection"

acts_as_inspector if by_inspection

# METADATA
# title: The viewer is named in the inspection decision
# scope: rule
# custom:
#   rule: IN-02
#   articles: ["L84-2"]
#   message: not_of_the_inspection_team
#   severity: high
inspector_denies contains d if {
	not inspects
	d := object.union(rego.metadata.rule().custom, {"at": "inspection.team"})
}

inspects if {
	filled(input.inspection.no)
	some member in input.inspection.team
	same(member, input.viewer.userId)
}

inspects if {
	filled(input.inspection.no)
	same(input.inspection.issuer, input.viewer.userId)
}

# METADATA
# title: The inspection is running
# scope: rule
# custom:
#   rule: IN-02
#   articles: ["L84-2"]
#   message: inspection_not_running
#   severity: high
inspector_denies contains d if {
	not inspection_runs
	d := object.union(rego.metadata.rule().custom, {"at": "inspection.endsAt"})
}

inspection_runs if {
	runs_until(input.inspection.endsAt)
	not announced_later
}

announced_later if {
	is_number(input.inspection.announcedAt)
	input.asOf < input.inspection.announcedAt
}

# METADATA
# title: An inspector's access ends with the inspection
# scope: rule
# custom:
#   rule: IN-04
#   articles: ["L84"]
#   message: inspection_not_running
#   severity: high
inspector_denies contains d if {
	not runs_until(input.inspection.endsAt)
	d := object.union(rego.metadata.rule().custom, {"at": "inspection.endsAt"})
}

# METADATA
# title: An inspection of the Government Inspectorate lasts sixty days unless it is extended
# scope: rule
# custom:
#   rule: IN-04
#   articles: ["L84"]
#   message: inspection_too_long
#   severity: medium
special_denies contains d if {
	input.action == "issue_inspection"
	of_government_inspectorate
	not inspection_short_enough
	not filled(input.inspection.extensionRef)
	d := object.union(rego.metadata.rule().custom, {"at": "inspection.endsAt"})
}

# METADATA
# title: After sixty days an inspector of the Government Inspectorate needs the extension
# scope: rule
# custom:
#   rule: IN-04
#   articles: ["L84"]
#   message: inspection_too_long
#   severity: medium
inspector_denies contains d if {
	of_government_inspectorate
	not in_sixty_days
	not filled(input.inspection.extensionRef)
	d := object.union(rego.metadata.rule().custom, {"at": "inspection.announcedAt"})
}

in_sixty_days if input.asOf < end_of_day(input.inspection.announcedAt + (data.tables.limits.inspectionDays * day))

of_government_inspectorate if input.viewer.orgKind == "TTCP"

of_government_inspectorate if input.inspection.issuerOrgKind == "TTCP"

inspection_short_enough if {
	# Nothing is below every number: an end that is null would be early enough.
	is_number(input.inspection.endsAt)
	input.inspection.endsAt <= end_of_day(input.inspection.announcedAt + (data.tables.limits.inspectionDays * day))
}

# METADATA
# title: Inspections are decided by inspection bodies
# scope: rule
# custom:
#   rule: IN-01
#   articles: ["L84-7"]
#   message: not_an_inspection_body
#   severity: high
special_denies contains d if {
	input.action == "issue_inspection"
	not inspection_body
	d := object.union(rego.metadata.rule().custom, {"at": "viewer.orgKind"})
}

# METADATA
# title: Only bodies named in the inspection decision are looked at
# scope: rule
# custom:
#   rule: IN-02
#   articles: ["L84-2"]
#   message: outside_inspection_scope
#   severity: high
special_denies contains d if {
	kind == "inspection"
	not bodies_in_scope
	d := object.union(rego.metadata.rule().custom, {"at": "context.targetOrgIds"})
}

# The bodies that are looked at: as the query says them, else those of the record, camera or request it names. Where nobody is
# named the answer is narrowed to the decision's scope.
targets := input.context.targetOrgIds if is_array(input.context.targetOrgIds)

targets := [org |
	some org in [
		object.get(input, ["entry", "orgCode"], null),
		object.get(input, ["camera", "ownerOrgId"], null),
		object.get(input, ["request", "requester", "orgId"], null),
		object.get(input, ["organisation", "id"], null),
	]
	filled(org)
] if {
	not is_array(input.context.targetOrgIds)
}

bodies_in_scope if {
	every org in targets {
		org in input.inspection.inspectedOrgs
	}
	not names_nobody
	filled(input.inspection.inspectedOrgs)
}

names_nobody if count(input.context.targetOrgIds) == 0

# METADATA
# title: An inspector's answer holds nothing from outside the decision
# scope: rule
# custom:
#   rule: IN-02
#   articles: ["L84-2"]
#   code: narrow_to_scope
#   mode: before
special_obligations contains o if {
	kind == "inspection"
	not narrowed_by_query
	o := due(rego.metadata.rule().custom, {})
}

narrowed_by_query if {
	filled(input.context.targetOrgIds)
	is_number(input.context.targetWindow.from)
	is_number(input.context.targetWindow.to)
}

# METADATA
# title: Only the period named in the inspection decision is looked at
# scope: rule
# custom:
#   rule: IN-02
#   articles: ["L84-2"]
#   message: outside_inspection_period
#   severity: high
special_denies contains d if {
	kind == "inspection"
	not period_in_scope
	d := object.union(rego.metadata.rule().custom, {"at": "context.targetWindow"})
}

period_in_scope if {
	is_number(input.inspection.period.from)
	is_number(input.inspection.period.to)
	not outside_period
}

# Half a window is a window that cannot be judged.
outside_period if {
	is_object(input.context.targetWindow)
	not window_in_period
}

window_in_period if {
	is_number(input.context.targetWindow.from)
	is_number(input.inspection.period.from)
	input.context.targetWindow.from <= input.context.targetWindow.to
	input.inspection.period.from <= input.context.targetWindow.from
	input.context.targetWindow.to <= input.inspection.period.to
}

outside_period if {
	is_number(input.entry.at)
	not input.inspection.period.from <= input.entry.at
}

outside_period if {
	is_number(input.entry.at)
	not input.entry.at <= input.inspection.period.to
}

# METADATA
# title: Inspectors see records of access; footage needs a separate, justified step
# scope: rule
# custom:
#   rule: IN-08
#   articles: ["L84-2", "L91-3.2"]
#   message: footage_not_justified
#   severity: high
inspector_denies contains d if {
	by_inspection
	not content_justified
	d := object.union(rego.metadata.rule().custom, {"at": "inspection.contentJustification"})
}

content_justified if {
	input.inspection.needsContent == true
	need_written
}

need_written if filled(input.inspection.contentJustification)

need_written if filled(input.request.justificationText)

need_written if filled(input.request.reason)

# METADATA
# title: Footage is looked at only of bodies under inspection
# scope: rule
# custom:
#   rule: IN-02
#   articles: ["L84-2"]
#   message: outside_inspection_scope
#   severity: high
inspector_denies contains d if {
	by_inspection
	not input.camera.ownerOrgId in input.inspection.inspectedOrgs
	d := object.union(rego.metadata.rule().custom, {"at": "camera.ownerOrgId"})
}

# METADATA
# title: Inspectors come on their inspection decision, not on another basis
# scope: rule
# custom:
#   rule: IN-08
#   articles: ["L84-2"]
#   message: basis_is_not_the_inspection
#   severity: high
inspector_denies contains d if {
	by_inspection
	not basis.inspection == true
	d := object.union(rego.metadata.rule().custom, {"at": "request.legalBasisCode"})
}

# METADATA
# title: The basis of an inspection decision belongs to inspectors
# scope: rule
# custom:
#   rule: IN-02
#   articles: ["L84-2"]
#   message: basis_is_for_inspectors
#   severity: high
picture_denies contains d if {
	not by_inspection
	basis.inspection == true
	d := object.union(rego.metadata.rule().custom, {"at": "request.legalBasisCode"})
}

# METADATA
# title: The data-protection authority checks inside its own check decision
# scope: rule
# custom:
#   rule: IN-07
#   articles: ["L91-35"]
#   message: inspection_decision_permits
permits contains p if {
	kind == "inspection"
	by_check
	inspects
	p := object.union(rego.metadata.rule().custom, {"evidence": {"inspectionNo": input.inspection.no}})
}

# METADATA
# title: A remote inspection reads, it takes nothing away
# scope: rule
# custom:
#   rule: IN-03
#   articles: ["L84-19.2"]
#   message: remote_inspection_reads_only
#   severity: medium
inspector_denies contains d if {
	not data.tables.limits.onSite[input.inspection.mode] == true
	act.takesOut == true
	d := object.union(rego.metadata.rule().custom, {"at": "inspection.mode"})
}

# METADATA
# title: The inspection decision opens the records inside its scope
# scope: rule
# custom:
#   rule: IN-02
#   articles: ["L84-2"]
#   message: inspection_decision_permits
permits contains p if {
	kind == "inspection"
	inspects
	p := object.union(rego.metadata.rule().custom, {"evidence": {"inspectionNo": input.inspection.no}})
}

# METADATA
# title: Bodies of the law's list inspect
# scope: rule
# custom:
#   rule: IN-01
#   articles: ["L84-7"]
#   message: inspection_body_permits
permits contains p if {
	kind == "inspection"
	inspects
	input.viewer.orgKind in inspection_bodies
	p := object.union(rego.metadata.rule().custom, {"evidence": {"orgKind": input.viewer.orgKind}})
}

# METADATA
# title: A remote inspection reads
# scope: rule
# custom:
#   rule: IN-03
#   articles: ["L84-19.2"]
#   message: remote_inspection_permits
permits contains p if {
	kind == "inspection"
	inspects
	input.inspection.mode in {"remote", "REMOTE"}
	p := object.union(rego.metadata.rule().custom, {"evidence": {"inspectionNo": input.inspection.no}})
}

# METADATA
# title: The inspection decision says why the picture is needed
# scope: rule
# custom:
#   rule: IN-08
#   articles: ["L84-2", "L91-3.2"]
#   message: footage_need_justified
permits contains p if {
	by_inspection
	inspects
	content_justified
	p := object.union(rego.metadata.rule().custom, {"evidence": {"inspectionNo": input.inspection.no}})
}
