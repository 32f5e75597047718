# When what an answer rests on runs out, beside the grant's own papers: the answer must be asked again then.
# What is no number here does no harm: the gate takes the least of these, and every number is less than any text.
package national

import rego.v2

# An account counts as idle from the first millisecond after its days.
papers_end contains (input.viewer.lastActiveAt + (data.tables.limits.idleAccountDays * day)) + 1

papers_end contains input.viewer.titlePowersValidTo

papers_end contains t if {
	some name in ["withdrawnAt", "expiresAt"]
	t := input.consent[name]
}

papers_end contains input.grant.purposeEndedAt

papers_end contains t if {
	not kind == "camera"
	t := input.camera.enforcementDecision.validTo
}

# Six months end with their last day.
papers_end contains end_of_day(input.log.reviewedAt + (data.tables.limits.logReviewDays * day))

papers_end contains input.viewer.account.leftAt

papers_end contains one.at if some one in input.consent.events

papers_end contains t if {
	not is_number(input.recording.expiresAt)
	t := recorded_at + (input.recording.retentionDays * day)
}

# What is proven by a device or a term ends with its day in Hà Nội.
papers_end contains end_of_day(t) if {
	enforces
	some t in limitation_ends
}

papers_end contains end_of_day(input.camera.calibrationValidTo) if {
	device_matters
	not is_number(input.recording.from)
}

# Sixty days after it was announced an inspection of the Government's body rests on its extension alone (IN-04).
papers_end contains end_of_day(input.inspection.announcedAt + (data.tables.limits.inspectionDays * day)) if {
	of_government_inspectorate
	not filled(input.inspection.extensionRef)
}

papers_end contains t if {
	registers
	some name in ["from", "to"]
	t := input.moratorium[name]
}

registers if kind == "register"
