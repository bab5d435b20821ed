package org.hathor.importers;

import java.util.List;

/** Every format whose records are listens. */
final class Formats {
    private static final List<ExportFormat> ALL =
            List.of(new SpotifyHistory(), new ListenBrainzExport(), new LastFm1k());

    private Formats() {}

    static List<String> names() {
        return ALL.stream().map(ExportFormat::name).toList();
    }

    /** @throws WrongExportException when there is no such format */
    static ExportFormat named(String name) {
        return ALL.stream()
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new WrongExportException("no format '%s': there are %s and %s"
                        .formatted(name, String.join(", ", names()), HetrecFolder.NAME)));
    }
}
