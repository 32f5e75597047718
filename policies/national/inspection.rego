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
	acts_as_inspector
	not inspection_body
	d := object.union(rego.metadata.rule().custom, {"at": "viewer.orgKind"})
}

inspection_body if input.viewer.orgKind in inspection_bodies

# The second kind of outside review, by the data-protection authority, follows the same papers (IN-07).
inspection_body if {
	input.inspection.kind == "dataProtectionCheck"
	input.viewer.orgKind in {"BCA_A05", "BCA"}
	in_time(data.tables.rules["IN-07"])
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
	acts_as_inspector
	not inspects
	d := object.union(rego.metadata.rule().custom, {"at": "inspection.team"})
}

inspects if {
	filled(input.inspection.no)
	input.viewer.userId in input.inspection.team
}

inspects if {
	filled(input.inspection.no)
	input.inspection.issuer == input.viewer.userId
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
	acts_as_inspector
	not inspection_runs
	d := object.union(rego.metadata.rule().custom, {"at": "inspection.endsAt"})
}

inspection_runs if {
	is_number(input.inspection.announcedAt)
	is_number(input.inspection.endsAt)
	input.inspection.announcedAt <= input.asOf
	input.asOf < input.inspection.endsAt
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
	acts_as_inspector
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

of_government_inspectorate if input.viewer.orgKind == "TTCP"

of_government_inspectorate if input.inspection.issuerOrgKind == "TTCP"

inspection_short_enough if {
	is_number(input.inspection.announcedAt)
	is_number(input.inspection.endsAt)
	input.inspection.endsAt - input.inspection.announcedAt <= data.tables.limits.inspectionDays * day
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

bodies_in_scope if {
	filled(input.context.targetOrgIds)
	every org in input.context.targetOrgIds {
		org in input.inspection.inspectedOrgs
	}
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
	is_number(input.context.targetWindow.from)
	is_number(input.context.targetWindow.to)
	input.context.targetWindow.from <= input.context.targetWindow.to
	input.inspection.period.from <= input.context.targetWindow.from
	input.context.targetWindow.to <= input.inspection.period.to
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
	filled(input.inspection.contentJustification)
}

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
	concerns_footage
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
	input.inspection.kind == "dataProtectionCheck"
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
	by_inspection
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
