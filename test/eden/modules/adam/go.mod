// Built by test/eden/tools/main.ts; see docs/decisions/0142-adam-and-eden-by-the-module-proxy.md.
module cherub.test/adam
go 1.16
require github.com/lf-edge/adam v0.1.3
