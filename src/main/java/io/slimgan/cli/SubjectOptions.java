package io.slimgan.cli;

import io.slimgan.session.EvaluationReference;
import io.slimgan.session.EvaluationSubject;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of commands that measure: where runs lie, which checkpoint of them, against what, on how many cores. */
final class SubjectOptions {

    @Mixin
    private WorkspaceOption workspace;

    @Option(
            names = "--checkpoint",
            paramLabel = "STEP",
            description = "The runs' checkpoint of this step (default: the newest).")
    private Optional<Long> checkpoint = Optional.empty();

    @Option(
            names = "--against",
            paramLabel = "DATASET|FOLDER|STATS.npz",
            description =
                    "The real images: shapes, a dataset's folder, a folder of images, or statistics in pytorch-fid's"
                            + " format (default: the images of the run's dataset that are not for training).")
    private Optional<String> against = Optional.empty();

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "0",
            description = "How many cores to use; 0 is all (default: ${DEFAULT-VALUE}).")
    private int threads;

    @Option(names = "--again", description = "Measures anew what is known already.")
    private boolean again;

    /**
     * What is meant by what was typed.
     *
     * @throws io.slimgan.base.UserError if there is no such run, checkpoint, folder or file
     */
    EvaluationSubject of(String typed) {
        return EvaluationSubjects.subject(typed, workspace, checkpoint);
    }

    /** @throws io.slimgan.base.UserError if there is no such folder or file */
    EvaluationReference against() {
        return EvaluationSubjects.against(against);
    }

    /** CPU threads to measure with; 0 for all cores. */
    int threads() {
        return Math.max(0, threads);
    }

    /** Whether values that are known already may be taken instead of measuring. */
    boolean mayReuse() {
        return !again;
    }
}
