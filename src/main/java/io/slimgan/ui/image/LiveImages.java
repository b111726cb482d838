package io.slimgan.ui.image;

import io.slimgan.base.ClassNames;
import io.slimgan.session.ModelCosts;
import io.slimgan.session.PreviewRequest;
import io.slimgan.ui.common.Fx;
import io.slimgan.ui.common.OpenRun;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The open run as one view draws it: its preview, what its widths cost, and when to ask for images. What the user wants
 * is asked for as soon as there are weights; newer weights at the view's pace. FX thread.
 */
public final class LiveImages {

    private final SourceChooser source;
    private final RefreshPace pace;
    private final Consumer<PreviewClient.Answered> onAnswer;
    private final Runnable onKnown;
    private final RunClasses classes;
    private Optional<OpenRun> run = Optional.empty();
    private Optional<PreviewClient> client = Optional.empty();
    private Optional<ModelCosts> costs = Optional.empty();
    private boolean wanted;
    private long triedStep = -1;

    /**
     * @param source where the weights are chosen
     * @param pace of the drawings that nobody asked for
     * @param onAnswer called with what was drawn
     * @param onKnown called when {@link #costs} are known, and when the names of the {@link #classes} are
     */
    public LiveImages(
            SourceChooser source, RefreshPace pace, Consumer<PreviewClient.Answered> onAnswer, Runnable onKnown) {
        this.source = source;
        this.pace = pace;
        this.onAnswer = onAnswer;
        this.onKnown = onKnown;
        this.classes = new RunClasses(onKnown);
    }

    /** Takes a preview of this run and counts its costs; the run before must be closed. Asks for nothing yet. */
    public void open(OpenRun opened) {
        run = Optional.of(opened);
        classes.open(opened);
        client = Optional.of(new PreviewClient(opened.room().preview(opened.folder()), onAnswer));
        opened.room()
                .costs(opened.settings())
                .whenComplete((known, failure) -> Fx.later(() -> {
                    if (known != null && run.equals(Optional.of(opened))) {
                        costs = Optional.of(known);
                        onKnown.run();
                    }
                }));
    }

    /** Lets go of the run and its preview. */
    public void close() {
        client.ifPresent(PreviewClient::close);
        client = Optional.empty();
        run = Optional.empty();
        costs = Optional.empty();
        classes.close();
        triedStep = -1;
        wanted = false;
        source.reset();
    }

    /** The run that is drawn. */
    public Optional<OpenRun> run() {
        return run;
    }

    /** What its widths cost; empty until they are counted. */
    public Optional<ModelCosts> costs() {
        return costs;
    }

    /** The run's classes, by name as soon as the names are read. */
    public ClassNames classes() {
        return classes.names();
    }

    /** The step of the newest weights; -1 while there are none. */
    public long newestStep() {
        return client.map(PreviewClient::newestStep).orElse(-1L);
    }

    /** Whether the chosen weights exist. */
    public boolean hasWeights() {
        return !source.chosen().isNewest() || newestStep() >= 0;
    }

    /** Whether a run is open and everything that was asked for is answered. */
    public boolean isIdle() {
        return client.filter(asking -> !asking.isWaiting()).isPresent();
    }

    /** Looks for new checkpoints, and for names of classes that are not there yet, from time to time. */
    public void tick() {
        classes.tick();
        client.ifPresent(asking -> source.tick(asking.preview()));
    }

    /** Something has to be drawn at the next tick. */
    public void want() {
        wanted = true;
    }

    /** Whether to {@link #ask} now: because it is wanted, or because {@link #isNewer newer} weights are due. */
    public boolean isDue(boolean newer) {
        return isIdle() && hasWeights() && (wanted || newer && pace.isDue(System.nanoTime()));
    }

    /**
     * Whether there are weights that have neither been drawn nor asked for.
     *
     * @param drawnStep of the images that are seen; -1 without any
     */
    public boolean isNewer(long drawnStep) {
        long newest = newestStep();
        return newest != triedStep && newest != drawnStep;
    }

    /** Asks at once, or as soon as there are weights. A request that has not begun gives way to this one. */
    public void ask(Supplier<PreviewRequest> request) {
        wanted = true;
        if (hasWeights()) {
            client.ifPresent(asking -> {
                wanted = false;
                triedStep = asking.newestStep();
                pace.asked(System.nanoTime());
                asking.ask(request.get());
            });
        }
    }

    /** Asks for more of what was drawn last, which counts neither as a refresh nor for its pace. */
    public void askBeside(PreviewRequest request) {
        client.ifPresent(asking -> asking.ask(request));
    }
}
