package org.hathor.batch.mood;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.hathor.batch.Progress;
import org.hathor.mood.EpochReport;
import org.hathor.mood.TrainingListener;

/** A training's steps and epochs as the phase of a job. */
final class EpochProgress implements TrainingListener {
    private final Progress progress;
    private final Runnable epochDone;
    private final AtomicLong steps = new AtomicLong();
    private String name = "training the network";
    private Progress.Work work;
    private long before;

    /** @param epochDone told after each epoch, when its checkpoint is written */
    EpochProgress(Progress progress, Runnable epochDone) {
        this.progress = progress;
        this.epochDone = epochDone;
    }

    @Override
    public void stepDone(long step, long all) {
        if (work == null) {
            // a training that goes on from a checkpoint begins in the middle; its pace is that of now
            before = step - 1;
            work = new Progress.Work(all - before, steps::get, "steps");
            progress.phase(name, work);
        }
        steps.set(step - before);
        progress.moved();
    }

    @Override
    public void epochDone(EpochReport report) {
        name = String.format(
                Locale.ROOT,
                "training the network: epoch %d, loss %.3f, validation %.3f, %.0f %% right",
                report.epoch(),
                report.trainingLoss(),
                report.validationLoss(),
                100 * report.validationAccuracy());
        if (work != null) {
            progress.phase(name, work);
        }
        epochDone.run();
    }
}
