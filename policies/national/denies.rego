# Every reason why not. WebAssembly has no rule index, so rules stand in groups that are asked only where they can matter.
package national

import rego.v2

# All but the facts that an act needs: a host that has found them all asks for no more (gate.brief).
rule_denies contains d if some d in always_denies

rule_denies contains d if {
	concerns_footage
	some d in picture_denies
}

rule_denies contains d if {
	not concerns_footage
	some d in special_denies
}

rule_denies contains d if {
	recorded
	some d in recorded_denies
}

rule_denies contains d if {
	takes_out
	some d in export_denies
}

rule_denies contains d if {
	analyses
	some d in analysis_denies
}

rule_denies contains d if {
	acts_as_inspector
	some d in inspector_denies
}

obligations contains o if {
	takes_out
	some o in export_obligations
}

obligations contains o if {
	uses_machine
	some o in machine_obligations
}

obligations contains o if {
	not concerns_footage
	some o in special_obligations
}

default takes_out := false

takes_out if act.takesOut == true
