package io.slimgan.session;

import io.slimgan.base.HostTensor;
import io.slimgan.base.UserError;
import io.slimgan.base.Width;
import io.slimgan.config.MeasuringPlan;
import io.slimgan.config.ModelSettings;
import io.slimgan.config.RunSettings;
import io.slimgan.data.Pictures;
import io.slimgan.metrics.evaluation.Checksums;
import io.slimgan.metrics.evaluation.PictureSource;
import io.slimgan.metrics.evaluation.StatisticsFile;
import io.slimgan.metrics.evaluation.Subject;
import io.slimgan.report.mic.IndividualRow;
import io.slimgan.runs.CheckpointStore;
import io.slimgan.runs.RunFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Finds what a request names, and puts individual runs of several widths together. For the evaluation thread. */
final class SubjectSearch {

    private final Path cacheFolder;
    private final MeasuringPlan plan;

    /** @param cacheFolder keeps what is measured on what is no run */
    SubjectSearch(Path cacheFolder, MeasuringPlan plan) {
        this.cacheFolder = cacheFolder;
        this.plan = plan;
    }

    /** @throws UserError if one of them cannot be read, or individual runs do not fit together */
    List<MeasuredSubject> all(List<EvaluationSubject> asked) {
        List<MeasuredSubject> found = new ArrayList<>();
        for (EvaluationSubject one : asked) {
            found.add(find(one));
        }
        List<MeasuredSubject> individual =
                found.stream().filter(SubjectSearch::isIndividual).toList();
        if (!IndividualRuns.countTogether(
                individual.stream().map(SubjectSearch::onlyWidth).toList())) {
            return found;
        }
        int place = found.indexOf(individual.get(0));
        found.removeAll(individual);
        found.add(Math.min(place, found.size()), together(individual));
        return found;
    }

    private static boolean isIndividual(MeasuredSubject one) {
        return one.subject() instanceof Subject.Generators g && g.widths().size() == 1;
    }

    private static double onlyWidth(MeasuredSubject one) {
        return ((Subject.Generators) one.subject()).widths().get(0).multiplier();
    }

    private static MeasuredSubject together(List<MeasuredSubject> individual) {
        List<MeasuredSubject> ascending = individual.stream()
                .sorted(Comparator.comparingDouble(SubjectSearch::onlyWidth))
                .toList();
        Subject.Generators narrowest = (Subject.Generators) ascending.get(0).subject();
        List<Subject.Drawing> drawings = new ArrayList<>();
        List<String> weights = new ArrayList<>();
        for (MeasuredSubject one : ascending) {
            Subject.Generators run = (Subject.Generators) one.subject();
            if (run.latentSize() != narrowest.latentSize()
                    || run.classes() != narrowest.classes()
                    || run.imageSize() != narrowest.imageSize()
                    || !one.data().equals(ascending.get(0).data())) {
                throw new UserError("The individual runs " + narrowest.name() + " and " + run.name()
                        + " do not count together: their data, image sizes or latent sizes differ; measure them one by"
                        + " one.");
            }
            Subject.Drawing drawing = run.generators().get(0);
            Subject.Labelled width = drawing.widths().get(0);
            Width label = new Width(width.label().multiplier(), drawings.size());
            drawings.add(new Subject.Drawing(
                    drawing.model(), List.of(new Subject.Labelled(label, width.drawn())), drawing.loader()));
            weights.add(one.weights());
        }
        boolean sameStep =
                ascending.stream().map(one -> one.subject().step()).distinct().count() == 1;
        Subject.Generators all = new Subject.Generators(
                IndividualRow.NAME,
                sameStep ? narrowest.step() : OptionalLong.empty(),
                Checksums.of(weights),
                narrowest.latentSize(),
                narrowest.format(),
                drawings);
        return new MeasuredSubject(
                all, all.weights(), ascending.get(0).home(), ascending.get(0).data());
    }

    private MeasuredSubject find(EvaluationSubject asked) {
        if (asked instanceof EvaluationSubject.Checkpoint checkpoint) {
            return checkpoint(RunFolder.open(checkpoint.runFolder()), checkpoint.step());
        }
        if (asked instanceof EvaluationSubject.Snapshot snapshot) {
            Subject.Drawing drawing = drawing(snapshot.settings().model(), snapshot::weights);
            return run(
                    snapshot.runFolder(),
                    snapshot.settings(),
                    snapshot.step(),
                    Checksums.of(snapshot.weights()),
                    drawing);
        }
        if (asked instanceof EvaluationSubject.Images images) {
            PictureSource pictures = PictureSource.of(Pictures.in(images.folder()));
            return other(new Subject.Images(pictures), Checksums.of(pictures, plan));
        }
        Path file = ((EvaluationSubject.Statistics) asked).file();
        String content = Checksums.of(file);
        return other(
                new Subject.Statistics(String.valueOf(file.getFileName()), StatisticsFile.read(file), content),
                content);
    }

    private MeasuredSubject other(Subject subject, String content) {
        return new MeasuredSubject(subject, content, cacheFolder, Optional.empty());
    }

    private static MeasuredSubject checkpoint(RunFolder folder, OptionalLong asked) {
        CheckpointStore store = folder.checkpoints();
        long step = asked.isPresent()
                ? asked.getAsLong()
                : store.newestStep()
                        .orElseThrow(() -> new UserError("Run " + folder.name()
                                + " has no checkpoint yet; it can be measured from the first on."));
        RunSettings settings = folder.settings();
        Subject.Drawing drawing = drawing(settings.model(), () -> store.readGenerator(step));
        return run(folder.path(), settings, step, store.generatorChecksum(step), drawing);
    }

    private static MeasuredSubject run(
            Path folder, RunSettings settings, long step, String weights, Subject.Drawing drawing) {
        Subject subject = new Subject.Generators(
                String.valueOf(folder.getFileName()),
                OptionalLong.of(step),
                weights,
                settings.model().latentSize(),
                settings.data().format(),
                List.of(drawing));
        return new MeasuredSubject(subject, weights, folder, Optional.of(settings.data()));
    }

    /** An individual run's only width is the narrow one that it stands for, though it is the whole of its network. */
    private static Subject.Drawing drawing(ModelSettings model, Supplier<Map<String, HostTensor>> loader) {
        List<Subject.Labelled> widths = new ArrayList<>();
        for (Width width : model.widthList()) {
            Width label = model.widths().size() == 1 ? new Width(model.individualWidth(), 0) : width;
            widths.add(new Subject.Labelled(label, width));
        }
        return new Subject.Drawing(model, widths, loader);
    }
}
