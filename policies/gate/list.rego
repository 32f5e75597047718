# Lists ask about classes of cameras (tuples of the attributes that rules read), with the very same rules.
package gate

import rego.v2

# Positions of the classes on which the act is open, and of those on which it still needs somebody's word. A class is no
# camera and has no id; where an act needs one stated, every class has the same. Rules that read the id, or anything else
# outside tables/classes.json, on the way here do not pass policies/tools/class-path.mjs.
allowed_classes := {
	"allow": [i | some [i, "allow"] in class_effects],
	"needsApproval": [i | some [i, "needs_approval"] in class_effects],
	"validUntil": valid_until,
}

class_effects := [[i, one] |
	some i, class in input.classes
	one := effect with input.camera as object.union({"id": "class"}, class)
]
