package io.slimgan.ui.image;

import io.slimgan.base.ClassNames;
import io.slimgan.base.UserError;
import io.slimgan.runs.RunFolder;
import io.slimgan.ui.common.Fx;
import io.slimgan.ui.common.OpenRun;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the classes of the open run are called. Read off the FX thread, and again for as long as a run in training has
 * not written them yet. FX thread.
 */
final class RunClasses {

    private static final Logger LOG = LoggerFactory.getLogger(RunClasses.class);
    private static final long REREAD_NANOS = 2_000_000_000L;

    private final Runnable onNamed;
    private Optional<OpenRun> run = Optional.empty();
    private ClassNames names = ClassNames.NONE;
    private boolean reading;
    private long lastRead;

    /** @param onNamed called when the names are known */
    RunClasses(Runnable onNamed) {
        this.onNamed = onNamed;
    }

    /** Takes a run; its classes have no names until they are read. */
    void open(OpenRun opened) {
        run = Optional.of(opened);
        names = new ClassNames(opened.settings().model().classes(), List.of());
        read();
    }

    void close() {
        run = Optional.empty();
        names = ClassNames.NONE;
        reading = false;
    }

    ClassNames names() {
        return names;
    }

    /** Reads again from time to time where there may be something new. */
    void tick() {
        if (run.filter(OpenRun::isTraining).isPresent() && System.nanoTime() - lastRead >= REREAD_NANOS) {
            read();
        }
    }

    private void read() {
        if (names.isEmpty() || names.areNamed() || reading || run.isEmpty()) {
            return;
        }
        OpenRun asked = run.get();
        reading = true;
        lastRead = System.nanoTime();
        CompletableFuture.supplyAsync(() -> read(asked))
                .whenComplete((read, failure) -> Fx.later(() -> {
                    if (!run.equals(Optional.of(asked))) {
                        return;
                    }
                    reading = false;
                    if (failure != null) {
                        LOG.warn("The names of the classes of {} could not be read", asked.name(), failure);
                    } else if (read.count() == names.count() && read.areNamed()) {
                        names = read;
                        onNamed.run();
                    }
                }));
    }

    private static ClassNames read(OpenRun run) {
        try {
            return RunFolder.open(run.folder()).classNames();
        } catch (UserError e) {
            LOG.info("The classes of {} go by number: {}", run.name(), e.sentence());
            return ClassNames.NONE;
        }
    }
}
