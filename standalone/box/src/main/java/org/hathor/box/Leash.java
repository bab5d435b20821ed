package org.hathor.box;

import java.util.ArrayList;
import java.util.List;

/**
 * Ties a foreground program to the command that runs it: the program is stopped when the command is gone, however it
 * went.
 */
final class Leash {
    /** Standard input is the command's pipe; its end means that nobody waits for the program any more. */
    private static final String SCRIPT =
            """
            exec 3<&0 </dev/null
            "$@" 3<&- &
            program=$!
            { trap '' INT TERM; read -r never <&3; kill -s TERM "$program"; sleep 5; kill -s KILL "$program"; } 2>/dev/null &
            watcher=$!
            trap : INT TERM
            wait "$program"
            status=$?
            while [ "$status" -gt 128 ] && kill -0 "$program" 2>/dev/null; do wait "$program"; status=$?; done
            kill -s KILL "$watcher" 2>/dev/null
            exit "$status"
            """;

    private Leash() {}

    /** The command line that runs the given one on a leash. */
    static List<String> on(List<String> command) {
        List<String> leashed = new ArrayList<>(List.of("sh", "-c", SCRIPT, "leash"));
        leashed.addAll(command);
        return leashed;
    }
}
