package io.slimgan.session;

import io.slimgan.base.UserError;
import io.slimgan.config.Metric;
import io.slimgan.metrics.evaluation.Feasibility;
import io.slimgan.metrics.evaluation.FeatureCache;
import io.slimgan.metrics.evaluation.ImageEvaluation;
import io.slimgan.metrics.evaluation.Reference;
import io.slimgan.metrics.evaluation.Subject;
import io.slimgan.metrics.evaluation.UnmeasurableError;
import io.slimgan.metrics.features.FeatureNetwork;
import io.slimgan.runs.evaluations.Evaluation;
import io.slimgan.runs.evaluations.EvaluationStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The evaluation thread and what it measures with. One per engine room; its jobs take turns. Thread-safe. */
final class EvaluationDesk implements Evaluator, PacedEvaluator, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EvaluationDesk.class);
    private static final long LAST_BATCH_SECONDS = 30;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(Threads.named("evaluation"));
    private final Set<LocalEvaluationJob> open = ConcurrentHashMap.newKeySet();
    private final OpenNetwork networks;
    private final Path cacheFolder;

    /**
     * @param opening opens a file of weights, or without one the network that comes with the program
     * @param cacheFolder the user's folder for what can be made again
     */
    EvaluationDesk(Function<Optional<Path>, FeatureNetwork> opening, Path cacheFolder) {
        this.networks = new OpenNetwork(opening);
        this.cacheFolder = cacheFolder;
    }

    @Override
    public EvaluationJob evaluate(EvaluationRequest request) {
        return evaluate(request, Pace.unhindered());
    }

    @Override
    public EvaluationJob evaluate(EvaluationRequest request, Pace pace) {
        LocalEvaluationJob job = new LocalEvaluationJob(pace);
        open.add(job);
        try {
            thread.execute(() -> {
                job.run(() -> measure(request, job));
                open.remove(job);
            });
        } catch (RejectedExecutionException closed) {
            open.remove(job);
            throw new IllegalStateException("This engine room is closed.", closed);
        }
        return job;
    }

    /**
     * Runs something on the evaluation thread, when the jobs before it are done.
     *
     * @throws IllegalStateException after {@link #close}
     */
    void execute(Runnable work) {
        try {
            thread.execute(work);
        } catch (RejectedExecutionException closed) {
            throw new IllegalStateException("This engine room is closed.", closed);
        }
    }

    private List<Evaluation> measure(EvaluationRequest request, LocalEvaluationJob job) {
        job.at("Looking at what is to be measured", 0, 0);
        List<MeasuredSubject> subjects = new SubjectSearch(cacheFolder, request.plan()).all(request.subjects());
        try (OneByOne measuring = new OneByOne(request, job)) {
            List<Evaluation> all = new ArrayList<>();
            for (MeasuredSubject subject : subjects) {
                all.add(measuring.measure(subject));
            }
            measuring.requireStatisticsSaved();
            return List.copyOf(all);
        }
    }

    /** Measures a request's subjects and keeps the real images open while they are the same. */
    private final class OneByOne implements AutoCloseable {

        private final EvaluationRequest request;
        private final LocalEvaluationJob job;
        private Optional<MeantReference> meant = Optional.empty();
        private Optional<Reference> against = Optional.empty();
        private Optional<ImageEvaluation> evaluation = Optional.empty();
        private boolean saved;
        private Optional<UserError> unsaved = Optional.empty();

        OneByOne(EvaluationRequest request, LocalEvaluationJob job) {
            this.request = request;
            this.job = job;
        }

        Evaluation measure(MeasuredSubject subject) {
            ImageEvaluation measuring = evaluation(subject);
            if (!saved) {
                request.saveStatistics().ifPresent(measuring::saveStatistics);
                saved = true;
            }
            EvaluationStore store = EvaluationStore.of(subject.home());
            List<Evaluation> known = request.cached() ? store.all() : List.of();
            ImageEvaluation.Outcome outcome = measuring.measure(subject.subject(), subject.weights(), known);
            if (outcome.fresh()) {
                keep(store, outcome.evaluation());
            }
            unsaved = unsaved.or(outcome::unsaved);
            return outcome.evaluation();
        }

        /** After all is measured and kept: a disk that is full where the statistics go shall not cost the numbers. */
        void requireStatisticsSaved() {
            unsaved.ifPresent(e -> {
                throw e;
            });
        }

        /** A number that took an hour is worth telling even where the disk does not take it. */
        private void keep(EvaluationStore store, Evaluation measured) {
            try {
                store.write(measured);
            } catch (UserError e) {
                LOG.warn("What was measured on {} is not kept: {}", measured.subject(), e.sentence());
                job.remark("What was measured on " + measured.subject() + " is not kept. " + e.sentence());
            }
        }

        private ImageEvaluation evaluation(MeasuredSubject subject) {
            MeantReference asked = MeantReference.of(request.against(), subject);
            if (evaluation.isPresent() && meant.equals(Optional.of(asked))) {
                return evaluation.get();
            }
            close();
            against = needsReference() ? open(asked) : Optional.empty();
            job.at("Opening the feature network", 0, 0);
            int threads = request.threads() == 0 ? Runtime.getRuntime().availableProcessors() : request.threads();
            ImageEvaluation opened = new ImageEvaluation(
                    request.plan(), network(subject), against, new FeatureCache(cacheFolder), threads, job::at);
            meant = Optional.of(asked);
            evaluation = Optional.of(opened);
            return opened;
        }

        private boolean needsReference() {
            return request.plan().metrics().stream().anyMatch(Feasibility::looksAtReal);
        }

        private Optional<Reference> open(MeantReference asked) {
            try {
                return asked.open(
                        (what, done, total) -> {
                            job.at(what, 0, 0);
                            return !job.isCancelled();
                        },
                        job::note);
            } catch (UserError e) {
                throw new UnmeasurableError(
                        request.plan().metrics().stream()
                                .filter(Feasibility::looksAtReal)
                                .toList(),
                        e.sentence());
            }
        }

        private Optional<FeatureNetwork> network(MeasuredSubject subject) {
            boolean onFeatures = request.saveStatistics().isPresent()
                    || request.plan().metrics().stream().anyMatch(Metric::onFeatures);
            boolean statisticsOnly = subject.subject() instanceof Subject.Statistics
                    && against.orElse(null) instanceof Reference.Statistics;
            return onFeatures && !statisticsOnly
                    ? Optional.of(networks.of(request.plan().features()))
                    : Optional.empty();
        }

        @Override
        public void close() {
            if (against.orElse(null) instanceof Reference.Images images) {
                images.pictures().close();
            }
            against = Optional.empty();
            evaluation = Optional.empty();
            meant = Optional.empty();
        }
    }

    /** Cancels what waits and runs, and frees the network. Waits for the images in work. */
    @Override
    public void close() {
        open.forEach(LocalEvaluationJob::cancel);
        try {
            thread.execute(networks::close);
        } catch (RejectedExecutionException closed) {
            LOG.debug("The evaluation thread was ended before.");
        }
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LAST_BATCH_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The evaluation thread is still measuring; it ends with the process.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
