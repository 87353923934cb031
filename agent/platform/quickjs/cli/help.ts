/** What `--help` prints. */
export const HELP = `cherub-agent: tells the host of a virtual machine how the guest is doing

Usage:
  cherub-agent run                    heartbeats, snapshots, recorder and link, until SIGTERM
  cherub-agent heartbeat              one heartbeat label, then exit: for the system's own cron
  cherub-agent snapshot               one health snapshot as JSON on stdout, then exit
  cherub-agent --check-config         what is wrong with the config, each with file, line and column
  cherub-agent --print-capabilities   which channels this guest has, and what a host could get from it

Options:
  -c, --config FILE   default: /etc/cherub/agent.yaml, which may be missing
      --json          for --check-config and --print-capabilities
  -V, --version
  -h, --help

Examples:
  cherub-agent --check-config --config agent.yaml
  cherub-agent run --config agent.yaml
  * * * * * root cherub-agent heartbeat          (in /etc/cron.d/cherub, with periodSeconds: 60 in the config)
  kill -HUP PID                                  reads the config again; a bad one is refused and the old one stays

Exit codes: 0 well, 1 failed, 2 usage or config.
`;
