package org.hathor.box.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** placeholder until the simulator's options are known */
@Command(name = "demo")
public final class DemoCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return 1;
    }
}
