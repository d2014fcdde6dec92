package org.crossborough.local.process;

/** A server that is the same to its callers as a process and as a container. */
public interface ContainableServer extends Server {

  /** A container is found by others of its network under its process' name. */
  ContainerLaunch inContainer();
}
