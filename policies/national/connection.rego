# Connections between systems (SH-04, SH-09, TR-08, TR-09).
package national

import rego.v2

# METADATA
# title: Agencies connect through the national platform or the city's, so that it can be traced
# scope: rule
# custom:
#   rule: SH-04
#   articles: ["ND278-4.2"]
#   message: channel_not_allowed
#   severity: high
special_denies contains d if {
	kind == "connect"
	not data.tables.channels.connection[input.context.channel] == true
	not filled(input.context.peerExceptionRef)
	d := object.union(rego.metadata.rule().custom, {"at": "context.channel"})
}

# METADATA
# title: A connection through the national platform is recorded with its trace number
# scope: rule
# custom:
#   rule: SH-04
#   articles: ["ND278-4.2"]
#   code: record_trace
#   mode: after
special_obligations contains o if {
	kind == "connect"
	input.context.channel == "NDOP"
	o := due(rego.metadata.rule().custom, {})
}

# METADATA
# title: A refusal of a connection states its reasons
# scope: rule
# custom:
#   rule: SH-09
#   articles: ["ND194-40.3"]
#   message: refusal_without_reason
#   severity: medium
special_denies contains d if {
	input.action == "refuse_request"
	input.request.kind == "SYSTEM_CONNECT"
	not refusal_reasoned
	d := object.union(rego.metadata.rule().custom, {"at": "request.refusalReason"})
}

refusal_reasoned if filled(input.request.refusalReason)

refusal_reasoned if filled(input.request.refusalGround)

# METADATA
# title: A connection still serves a purpose of the list
# scope: rule
# custom:
#   rule: PD-04
#   articles: ["L91-32.3", "L91-3.2"]
#   message: purpose_does_not_fit
#   severity: high
special_denies contains d if {
	kind == "connect"
	not is_object(data.tables.purposes[input.request.purposeCode])
	d := object.union(rego.metadata.rule().custom, {"at": "request.purposeCode"})
}

# METADATA
# title: The police traffic command centre is connected by law
# scope: rule
# custom:
#   rule: TR-08
#   articles: ["L36-75"]
#   message: connected_by_law
permits contains p if {
	kind == "connect"
	"CATP_TTCHGT" in stands_for
	p := object.union(rego.metadata.rule().custom, {"evidence": {"orgKind": input.viewer.orgKind}})
}

# METADATA
# title: The traffic centres and the operations centre connect with each other by decree
# scope: rule
# custom:
#   rule: TR-09
#   articles: ["ND165T-64"]
#   message: connected_by_law
permits contains p if {
	kind == "connect"
	some centre in data.tables.limits.connectedCentres
	centre in stands_for
	input.system.partnerOrgKind in data.tables.limits.connectedCentres
	p := object.union(rego.metadata.rule().custom, {"evidence": {"orgKind": input.viewer.orgKind}})
}

# METADATA
# title: Any other connection is approved
# scope: rule
# custom:
#   rule: SH-12
#   articles: ["ND333-4.2"]
#   message: connection_approval_needed
#   by: police
needs contains n if {
	kind == "connect"
	not centre_connects
	count(police_keys) == 0
	n := object.union(rego.metadata.rule().custom, {"at": "approvals"})
}

# What the asking body is: its kind, and its own national code where the register gives one.
stands_for contains input.viewer.orgKind

stands_for contains input.organisation.code if same(input.organisation.id, input.viewer.orgId)

# A code that nobody ties to a body is the asker's only where the asker is a body of that sort.
stands_for contains input.organisation.code if {
	not filled(input.organisation.id)
	data.tables.orgs[input.organisation.code].group == viewer_group
}

centre_connects if {
	"CATP_TTCHGT" in stands_for
	in_time(data.tables.rules["TR-08"])
}

centre_connects if {
	some centre in data.tables.limits.connectedCentres
	centre in stands_for
	input.system.partnerOrgKind in data.tables.limits.connectedCentres
	in_time(data.tables.rules["TR-09"])
}

# METADATA
# title: Before the decree asked for it in writing, the house asked for an approval all the same
# scope: rule
# custom:
#   rule: POL-4
#   articles: []
#   message: connection_approval_needed
#   by: police
needs contains n if {
	kind == "connect"
	not centre_connects
	count(police_keys) == 0
	not in_time(data.tables.rules["SH-12"])
	n := object.union(rego.metadata.rule().custom, {"at": "approvals"})
}

# METADATA
# title: An approval of the police opens a connection
# scope: rule
# custom:
#   rule: POL-4
#   articles: []
#   message: connection_approved
permits contains p if {
	kind == "connect"
	count(police_keys) > 0
	p := object.union(rego.metadata.rule().custom, {"evidence": {"key": "police"}})
}

# METADATA
# title: A connection that was approved
# scope: rule
# custom:
#   rule: SH-12
#   articles: ["ND333-4.2"]
#   message: connection_approved
permits contains p if {
	kind == "connect"
	count(police_keys) > 0
	p := object.union(rego.metadata.rule().custom, {"evidence": {"key": "police"}})
}
