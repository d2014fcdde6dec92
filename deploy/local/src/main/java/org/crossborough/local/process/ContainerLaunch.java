package org.crossborough.local.process;

import java.util.List;
import java.util.Map;

/**
 * How a server is started as a container instead of a process.
 *
 * @param image its purpose in {@code images.properties}
 * @param command what the image is asked to run
 * @param files contents by path in the container
 * @param ports by port of this machine, the port in the container
 */
public record ContainerLaunch(
    String image,
    List<String> command,
    Map<String, String> environment,
    Map<String, String> files,
    Map<Integer, Integer> ports) {}
