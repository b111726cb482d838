package io.slimgan.cli;

import io.slimgan.config.MeasuringPlan;
import io.slimgan.config.Metric;
import io.slimgan.runs.evaluations.Evaluation;
import io.slimgan.session.EngineRoom;
import io.slimgan.session.EvaluationJob;
import io.slimgan.session.EvaluationReference;
import io.slimgan.session.EvaluationRequest;
import io.slimgan.session.EvaluationSubject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures how good images are, and how consistent between widths. */
@Command(
        name = "evaluate",
        description =
                "Measures runs, checkpoints, folders of images or statistics. What was measured is kept in the run's"
                        + " folder and found there again. Runs of one individual width each count together.",
        mixinStandardHelpOptions = true,
        versionProvider = SlimGanCommand.Version.class)
final class EvaluateCommand implements Callable<Integer> {

    private final Supplier<EngineRoom> engineRooms;

    @Parameters(
            paramLabel = "RUN|CHECKPOINT|FOLDER|STATS.npz",
            arity = "1..*",
            description = "Run folders or names in --workspace, checkpoint folders, folders of images, or statistics.")
    private List<String> subjects = List.of();

    @Mixin
    private SubjectOptions subject;

    @Mixin
    private MeasuringOptions measuring;

    @Option(
            names = "--save-stats",
            paramLabel = "FILE.npz",
            description = "Writes mean and covariance of the first subject's features, at its widest width, in"
                    + " pytorch-fid's format.")
    private Optional<Path> saveStatistics = Optional.empty();

    @Option(names = "--json", description = "One JSON object per value.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    EvaluateCommand(Supplier<EngineRoom> engineRooms) {
        this.engineRooms = engineRooms;
    }

    @Override
    public Integer call() {
        List<EvaluationSubject> found = subjects.stream().map(subject::of).toList();
        EvaluationReference reference = subject.against();
        try (EngineRoom room = engineRooms.get()) {
            MeasuringPlan plan = measuring.plan(usualMetrics(found, reference), room::featureWeights);
            EvaluationRequest request = new EvaluationRequest(
                    found, reference, plan, subject.threads(), subject.mayReuse(), saveStatistics);
            EvaluationJob job = room.evaluate(request);
            EvaluationWatch<List<Evaluation>> watch =
                    EvaluationWatch.of(job, Terminal.of(spec.commandLine().getErr()));
            Optional<List<Evaluation>> measured = watch.untilEnd();
            measured.ifPresent(
                    values -> print(values, lacksReal(found, reference) && !measuring.namesMetrics(), job.notes()));
            return measured.isPresent() ? 0 : Failures.INTERRUPTED;
        }
    }

    private void print(List<Evaluation> measured, boolean lacksReal, List<String> ofImages) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? EvaluationLines.of(measured) : EvaluationTable.of(measured));
        if (lacksReal && !json) {
            out.println("note  FID, KID, precision and recall of a folder need real images: name them by --against.");
        }
        if (!json) {
            ImageNotes.lines(ofImages).forEach(out::println);
        }
        out.flush();
    }

    /** Whether images are to be measured that no run tells the real images of. */
    private static boolean lacksReal(List<EvaluationSubject> subjects, EvaluationReference reference) {
        return reference instanceof EvaluationReference.OwnDataset
                && subjects.stream().anyMatch(EvaluationSubject.Images.class::isInstance);
    }

    /** What each subject allows, without the inception score, which takes five times as many images. */
    private static List<Metric> usualMetrics(List<EvaluationSubject> subjects, EvaluationReference reference) {
        if (reference instanceof EvaluationReference.Statistics
                || subjects.stream().anyMatch(EvaluationSubject.Statistics.class::isInstance)) {
            return List.of(Metric.FID);
        }
        if (lacksReal(subjects, reference)) {
            return List.of(Metric.VOL);
        }
        List<Metric> usual = new ArrayList<>(List.of(Metric.FID, Metric.KID, Metric.PRECISION, Metric.RECALL));
        if (EvaluationSubjects.haveSeveralWidths(subjects)) {
            usual.add(Metric.MIC);
        }
        usual.add(Metric.VOL);
        return usual;
    }
}
