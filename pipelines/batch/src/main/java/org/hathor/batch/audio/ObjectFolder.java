package org.hathor.batch.audio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.hathor.contracts.Endpoints;

/**
 * A folder whose files are tracks: the catalogue's objects, {@code <trackId>.<ext>} each, or any folder of music, where
 * a track's id is its path. Hidden files and folders are passed over.
 */
public final class ObjectFolder {
    /** The source of the catalogue's own objects. */
    public static final String CATALOGUE = "catalogue";

    /**
     * In a folder of music, files with another ending are covers, texts and lists. In the catalogue, every file counts.
     */
    private static final Set<String> AUDIO_ENDINGS = Set.of(
            "aac", "aif", "aiff", "ape", "flac", "m4a", "m4b", "mka", "mp2", "mp3", "mp4", "oga", "ogg", "opus", "wav",
            "webm", "wma", "wv");

    private final String source;
    private final Path folder;

    private ObjectFolder(String source, Path folder) {
        this.source = source;
        this.folder = folder;
    }

    /**
     * What a job is to work on.
     *
     * @param folder a folder of music; empty for the catalogue's objects
     * @throws IllegalArgumentException when there is no such folder
     */
    public static ObjectFolder of(Optional<Path> folder, Supplier<Endpoints> endpoints) {
        return folder.map(ObjectFolder::music)
                .orElseGet(() -> catalogue(Path.of(endpoints.get().audioObjects())));
    }

    /** The catalogue's objects. */
    public static ObjectFolder catalogue(Path folder) {
        return new ObjectFolder(CATALOGUE, existing(folder, "AUDIO_OBJECTS"));
    }

    /** A folder of music. */
    public static ObjectFolder music(Path folder) {
        Path existing = existing(folder, "--folder");
        return new ObjectFolder("folder:" + existing, existing);
    }

    /** The name that rows of this folder's objects carry. */
    public String source() {
        return source;
    }

    public Path path() {
        return folder;
    }

    /** The files as they are now, content unread. Of several objects of one track the first by name is taken. */
    public Listing list() {
        Map<String, AudioObject> byTrack = new TreeMap<>();
        List<String> shadowed = new ArrayList<>();
        for (Path file : files()) {
            AudioObject object = object(file);
            if (byTrack.putIfAbsent(object.trackId(), object) != null) {
                shadowed.add(object.object());
            }
        }
        return new Listing(List.copyOf(byTrack.values()), shadowed);
    }

    /**
     * What lies in a folder.
     *
     * @param objects one for each track
     * @param shadowed files of tracks that have another, by path
     */
    public record Listing(List<AudioObject> objects, List<String> shadowed) {
        public Listing {
            objects = List.copyOf(objects);
            shadowed = List.copyOf(shadowed);
        }
    }

    private AudioObject object(Path file) {
        String path = folder.relativize(file).toString();
        String trackId = source.equals(CATALOGUE) ? withoutEnding(path) : path;
        try {
            return new AudioObject(source, trackId, path, file.toString(), Files.size(file), "");
        } catch (IOException e) {
            // gone, or shut, since it was listed: whoever opens it finds out
            return new AudioObject(source, trackId, path, file.toString(), 0, "");
        }
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
                    return !visited.equals(folder) && hidden(visited)
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (Files.isRegularFile(file) && !hidden(file) && wanted(file)) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException refused) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
        Collections.sort(files);
        return files;
    }

    private boolean wanted(Path file) {
        return source.equals(CATALOGUE) || AUDIO_ENDINGS.contains(ending(file));
    }

    private static boolean hidden(Path file) {
        return file.getFileName().toString().startsWith(".");
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String withoutEnding(String path) {
        int dot = path.lastIndexOf('.');
        return dot > path.lastIndexOf('/') + 1 ? path.substring(0, dot) : path;
    }

    private static Path existing(Path folder, String saidBy) {
        Objects.requireNonNull(folder, "folder is null");
        Path absolute = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(absolute)) {
            throw new IllegalArgumentException("%s: there is no folder %s".formatted(saidBy, absolute));
        }
        return absolute;
    }
}
