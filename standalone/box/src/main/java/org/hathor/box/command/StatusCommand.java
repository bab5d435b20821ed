package org.hathor.box.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hathor.box.BoxState;
import org.hathor.box.BoxState.ComponentState;
import org.hathor.engines.ProcessMemory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows each component of the box: state, address, resident memory. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Show each component's state, address and memory. Exits with 1 when the box is not healthy.")
public final class StatusCommand implements Callable<Integer> {
    private static final long MIB = 1024 * 1024;

    @Mixin
    private DataOption data;

    @Option(names = "--json", description = "For scripts.")
    private boolean json;

    @Override
    public Integer call() throws JsonProcessingException {
        Optional<BoxState> box = BoxState.ofRunning(data.folder());
        if (json) {
            System.out.println(new ObjectMapper()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(box.map(StatusCommand::asJson)
                            .orElseGet(() -> Map.of("running", false, "healthy", false, "components", List.of()))));
        } else if (box.isEmpty()) {
            System.out.println("no box is running on " + data.folder());
        } else {
            print(box.get());
        }
        return box.map(BoxState::healthy).orElse(false) ? 0 : 1;
    }

    private static Map<String, Object> asJson(BoxState box) {
        List<Map<String, Object>> components = new ArrayList<>();
        long totalBytes = ProcessMemory.residentBytes(box.pid());
        for (ComponentState component : box.components()) {
            long bytes = residentBytes(component);
            totalBytes += bytes;
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("name", component.name());
            entry.put("state", component.state());
            entry.put("address", component.address());
            entry.put("pid", component.pid());
            entry.put("residentBytes", bytes);
            entry.put("restarts", component.restarts());
            components.add(entry);
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("running", true);
        all.put("healthy", box.healthy());
        all.put("pid", box.pid());
        all.put("url", box.httpUrl());
        all.put("startedAt", box.startedAt().toString());
        all.put("residentBytes", totalBytes);
        all.put("components", components);
        return all;
    }

    private static void print(BoxState box) {
        long total = ProcessMemory.residentBytes(box.pid());
        System.out.printf("%-12s %-11s %9s  %s%n", "component", "state", "memory", "address");
        for (ComponentState component : box.components()) {
            long bytes = residentBytes(component);
            total += bytes;
            System.out.printf(
                    "%-12s %-11s %5d MiB  %s%s%n",
                    component.name(),
                    component.state(),
                    bytes / MIB,
                    component.address(),
                    component.restarts() == 0 ? "" : "  (restarted %d×)".formatted(component.restarts()));
        }
        System.out.printf(
                "%-12s %-11s %5d MiB  %s%n",
                "the box", box.healthy() ? "HEALTHY" : "NOT HEALTHY", total / MIB, box.httpUrl());
    }

    private static long residentBytes(ComponentState component) {
        return component.pid() == null ? 0 : ProcessMemory.residentBytesOfFamily(component.pid());
    }
}
