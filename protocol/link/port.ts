/** Name of the virtio-serial port; in the guest `/dev/virtio-ports/org.cherub.agent.0`. */
export const LINK_PORT_NAME = 'org.cherub.agent.0';
