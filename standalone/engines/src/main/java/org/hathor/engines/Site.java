package org.hathor.engines;

import java.nio.file.Path;

/**
 * What the engines of one data folder share.
 *
 * @param data the data folder, absolute
 * @param distribution where the engines' own files lie
 */
record Site(Path data, Distribution distribution, Ports ports, Secrets secrets, Tether tether) {
    static Site of(Path data, Distribution distribution) {
        Path folder = data.toAbsolutePath().normalize();
        return new Site(folder, distribution, new Ports(folder), new Secrets(folder), new Tether(folder));
    }
}
