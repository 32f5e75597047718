module cuao.example/verifier

go 1.25.0

require (
	filippo.io/mldsa v1.0.0
	golang.org/x/text v0.32.0
)
