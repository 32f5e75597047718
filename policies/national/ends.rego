# When what an answer rests on runs out, beside the grant's own papers: the answer must be asked again then.
package national

import rego.v2

# An account counts as idle from the first millisecond after its days.
papers_end contains t if {
	is_number(input.viewer.lastActiveAt)
	t := (input.viewer.lastActiveAt + (data.tables.limits.idleAccountDays * day)) + 1
}

papers_end contains t if {
	t := input.viewer.titlePowersValidTo
	is_number(t)
}

papers_end contains t if {
	some name in ["withdrawnAt", "expiresAt"]
	t := input.consent[name]
	is_number(t)
}

papers_end contains t if {
	t := input.grant.purposeEndedAt
	is_number(t)
}

papers_end contains t if {
	not kind == "camera"
	t := input.camera.enforcementDecision.validTo
	is_number(t)
}

papers_end contains t if {
	is_number(input.log.reviewedAt)
	t := (input.log.reviewedAt + (data.tables.limits.logReviewDays * day)) + 1
}

papers_end contains t if {
	t := input.viewer.account.leftAt
	is_number(t)
}

papers_end contains t if {
	some one in input.consent.events
	t := one.at
	is_number(t)
}

papers_end contains t if {
	recorded
	not is_number(input.recording.expiresAt)
	t := recorded_at + (input.recording.retentionDays * day)
}

# What is proven by a device or a term ends with its day in Hà Nội.
papers_end contains end_of_day(t) if {
	enforces
	some t in limitation_ends
}

papers_end contains end_of_day(t) if {
	enforces
	not is_number(input.recording.from)
	t := input.camera.calibrationValidTo
	is_number(t)
}

# Keys of acts that show no footage (approvals, connections, publications) end as well.
papers_end contains t if {
	not kind == "footage"
	some a in input.approvals
	some name in ["withdrawnAt", "expiresAt"]
	t := a[name]
	is_number(t)
}

papers_end contains t if {
	registers
	some name in ["from", "to"]
	t := input.moratorium[name]
	is_number(t)
}

registers if kind == "register"
