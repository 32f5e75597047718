# The smart-city operations centre (CT-04).
package hanoi

import rego.v2

default standing_authority := false

standing_authority if commander

default commander := false

commander if {
	input.action == "live_view"
	input.viewer.orgKind == "IOC"
	input.viewer.roles == ["duty_commander"]
}

# METADATA
# title: The operations centre still says why it looks
# scope: rule
# custom:
#   rule: CT-04
#   articles: ["HCM01"]
#   message: centre_says_no_reason
#   severity: medium
picture_denies contains d if {
	commander
	not count(trim(input.request.reason, " .-,;:!?_\t\n")) >= data.tables.limits.reasonLetters
	d := object.union(rego.metadata.rule().custom, {"at": "request.reason"})
}

# METADATA
# title: The duty commander of the operations centre sees every camera live
# scope: rule
# custom:
#   rule: CT-04
#   articles: ["HCM01"]
#   message: centre_has_highest_access
permits contains p if {
	commander
	p := object.union(rego.metadata.rule().custom, {"evidence": {"role": "duty_commander"}})
}
