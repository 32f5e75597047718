# METADATA
# description: What of a decision's facts never leaves the house in a decision log (OPA's masking contract, JSON pointers).
package system.log

import rego.v2

mask contains pointer if {
	some pointer in [
		"/input/viewer/nationalIdRef",
		"/input/recording/provider",
		"/input/submission/provider",
		"/input/context/sourceIp",
	]
}
