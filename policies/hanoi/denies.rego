# Every reason why not of the city layer, in groups that are asked only where they can matter.
package hanoi

import rego.v2

denies contains d if some d in always_denies

denies contains d if {
	data.national.concerns_footage == true
	some d in picture_denies
}

denies contains d if {
	not data.national.concerns_footage == true
	some d in special_denies
}
