package io.slimgan.runs.evaluations;

import io.slimgan.base.AtomicFiles;
import io.slimgan.base.FileProblems;
import io.slimgan.base.UserError;
import io.slimgan.config.Metric;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Evaluations as JSON files in a folder, such as a run's {@code evaluations/}. Any thread of any process may read and
 * write at any time, also beside the process that trains the run: a file is there whole or not at all, has a name that
 * nobody else gives, and is never changed.
 */
public final class EvaluationStore {

    private static final Logger LOG = LoggerFactory.getLogger(EvaluationStore.class);
    private static final String FOLDER = "evaluations";
    private static final String ENDING = ".json";

    private final Path folder;

    private EvaluationStore(Path folder) {
        this.folder = folder;
    }

    /** The evaluations of a run, or of any other folder that keeps some; it need not exist yet. */
    public static EvaluationStore of(Path runFolder) {
        return new EvaluationStore(runFolder.resolve(FOLDER));
    }

    /**
     * Keeps an evaluation and waits until the disk has it.
     *
     * @return its file
     * @throws UserError if the disk does not take it
     */
    public Path write(Evaluation evaluation) {
        String step = evaluation.step().isPresent()
                ? String.format(Locale.ROOT, "step-%08d-", evaluation.step().getAsLong())
                : "";
        String nonce = UUID.randomUUID().toString().substring(0, 8);
        Path file = folder.resolve(step + nonce + ENDING);
        AtomicFiles.write(file, EvaluationJson.write(evaluation));
        return file;
    }

    /**
     * All that can be read, the oldest measurement first. A file that is damaged, or of a newer version, is passed over
     * with a line in the log: it can be measured again.
     */
    public List<Evaluation> all() {
        List<Evaluation> all = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return all;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path file : files) {
                if (!String.valueOf(file.getFileName()).startsWith(AtomicFiles.ASIDE_PREFIX)) {
                    read(file, all);
                }
            }
        } catch (IOException e) {
            throw FileProblems.cannotRead(folder, e);
        }
        all.sort(Comparator.comparing(Evaluation::measured));
        return all;
    }

    private static void read(Path file, List<Evaluation> all) {
        try {
            all.add(EvaluationJson.read(Files.readAllBytes(file), file));
        } catch (IOException | UserError e) {
            LOG.warn("{} is passed over: {}", file, e.getMessage());
        }
    }

    /**
     * The newest measurement of a metric on the same images in the same way.
     *
     * @param known all that was kept, the oldest first
     * @param weights {@link Evaluation#weights}
     * @param against {@link Evaluation#against}; not looked at where the protocol holds against nothing
     * @param protocol of the metric's values
     * @return the evaluation that holds the values; empty if it was never measured
     */
    public static Optional<Evaluation> measured(
            List<Evaluation> known, String weights, String against, Metric metric, MeasuringProtocol protocol) {
        for (int i = known.size() - 1; i >= 0; i--) {
            Evaluation e = known.get(i);
            boolean same = e.weights().equals(weights)
                    && (protocol.against().isEmpty() || e.against().equals(against))
                    && e.values().stream()
                            .anyMatch(v -> v.metric() == metric && v.protocol().equals(protocol));
            if (same) {
                return Optional.of(e);
            }
        }
        return Optional.empty();
    }
}
