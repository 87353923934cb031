// Built by test/eden/tools/main.ts; see docs/decisions/0142-adam-and-eden-by-the-module-proxy.md.
module cherub.test/eden
go 1.15
require github.com/lf-edge/eden v0.2.1-0.20220126233414-44ae5707c598
