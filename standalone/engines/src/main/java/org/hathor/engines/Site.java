package org.hathor.engines;

import java.nio.file.Path;
import java.util.Map;

/**
 * What the engines of one data folder share.
 *
 * @param data the data folder, absolute
 * @param distribution where the engines' own files lie
 * @param environment the variables that choose an engine's program
 */
record Site(
        Path data,
        Distribution distribution,
        Map<String, String> environment,
        Ports ports,
        Secrets secrets,
        Tether tether) {
    static Site of(Path data, Distribution distribution, Map<String, String> environment) {
        Path folder = data.toAbsolutePath().normalize();
        return new Site(folder, distribution, environment, new Ports(folder), new Secrets(folder), new Tether(folder));
    }
}
