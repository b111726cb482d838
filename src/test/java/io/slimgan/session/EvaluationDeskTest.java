package io.slimgan.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.slimgan.base.RgbImages;
import io.slimgan.base.UserError;
import io.slimgan.config.MeasuringPlan;
import io.slimgan.config.Metric;
import io.slimgan.config.Preprocessing;
import io.slimgan.metrics.evaluation.UnmeasurableError;
import io.slimgan.metrics.features.FeatureMatrix;
import io.slimgan.metrics.features.FeatureNetwork;
import io.slimgan.runs.evaluations.Evaluation;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EvaluationDeskTest {

    private static final int IMAGES = 130;

    @TempDir
    Path folder;

    private final CountDownLatch firstBatch = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final AtomicInteger measured = new AtomicInteger();

    /** Means of an image's first two channels; waits in its first batch until a test lets it go on. */
    private final class Slow implements FeatureNetwork {
        @Override
        public String name() {
            return "slow";
        }

        @Override
        public String hash() {
            return "5104";
        }

        @Override
        public boolean comparable() {
            return true;
        }

        @Override
        public List<Integer> taps() {
            return List.of(2);
        }

        @Override
        public boolean hasLogits() {
            return false;
        }

        @Override
        public int usualTap() {
            return 2;
        }

        @Override
        public Map<Integer, FeatureMatrix> extract(
                RgbImages images, Preprocessing preprocessing, Set<Integer> taps, int threads) {
            firstBatch.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            measured.addAndGet(images.count());
            float[] values = new float[images.count() * 2];
            for (int i = 0; i < values.length; i++) {
                values[i] = images.pixels()[images.offset(i / 2, 0, 0) + i % 2] & 255;
            }
            Map<Integer, FeatureMatrix> all = new HashMap<>();
            taps.forEach(tap -> all.put(tap, new FeatureMatrix(images.count(), 2, values)));
            return all;
        }

        @Override
        public void close() {}
    }

    @BeforeEach
    void draw() throws IOException {
        for (String name : List.of("one", "two")) {
            Path pictures = Files.createDirectories(folder.resolve(name));
            for (int i = 0; i < IMAGES; i++) {
                BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
                image.setRGB(0, 0, (i * 37 % 256) << 16 | (i * 91 % 256) << 8 | (name.equals("one") ? 0 : 200));
                ImageIO.write(image, "png", pictures.resolve(i + ".png").toFile());
            }
        }
    }

    private EvaluationDesk desk() {
        return new EvaluationDesk(weights -> new Slow(), folder.resolve("cache"));
    }

    private EvaluationRequest request() {
        return new EvaluationRequest(
                List.of(new EvaluationSubject.Images(folder.resolve("one"))),
                new EvaluationReference.Images(folder.resolve("two")),
                MeasuringPlan.of(MeasuringPlan.Protocol.QUICK, List.of(Metric.FID)),
                1,
                true,
                Optional.empty());
    }

    @Test
    void aCancelledJobEndsAfterTheImagesInWorkAndKeepsNothing() throws Exception {
        try (EvaluationDesk desk = desk()) {
            EvaluationJob running = desk.evaluate(request());
            EvaluationJob waiting = desk.evaluate(request());
            assertThat(firstBatch.await(30, TimeUnit.SECONDS)).isTrue();
            waiting.cancel();
            assertThat(waiting.result()).as("what only waits ends at once").isCompletedExceptionally();
            running.cancel();
            goOn.countDown();
            assertThatThrownBy(() -> running.result().get(30, TimeUnit.SECONDS))
                    .satisfiesAnyOf(
                            e -> assertThat(e).isInstanceOf(CancellationException.class),
                            e -> assertThat(e).hasCauseInstanceOf(CancellationException.class));
            assertThat(measured.get()).isBetween(1, IMAGES - 1);
            assertThat(filesIn("cache")).isEmpty();
        }
    }

    @Test
    void aSecondCallMeasuresNothingAndANewSubjectFindsTheRealFeatures() throws Exception {
        goOn.countDown();
        try (EvaluationDesk desk = desk()) {
            List<Evaluation> first = desk.evaluate(request()).result().get();
            assertThat(measured.get()).isEqualTo(2 * IMAGES);
            EvaluationJob second = desk.evaluate(request());
            assertThat(second.result().get().get(0).values())
                    .isEqualTo(first.get(0).values());
            assertThat(measured.get()).as("all of it was known").isEqualTo(2 * IMAGES);
            // Another image makes the folder another subject; the real images' features are found.
            Files.delete(folder.resolve("one/7.png"));
            desk.evaluate(request()).result().get();
            assertThat(measured.get()).isEqualTo(2 * IMAGES + IMAGES - 1);
        }
    }

    @Test
    void changedRealImagesAreNotTakenForThoseBefore() throws Exception {
        goOn.countDown();
        try (EvaluationDesk desk = desk()) {
            desk.evaluate(request()).result().get();
            Files.delete(folder.resolve("two/3.png"));
            desk.evaluate(request()).result().get();
            assertThat(measured.get()).isEqualTo(4 * IMAGES - 1);
        }
    }

    @Test
    void whatTheUserCanPutRightComesAsASentence() {
        goOn.countDown();
        try (EvaluationDesk desk = desk()) {
            EvaluationRequest wrong = EvaluationRequest.of(
                    new EvaluationSubject.Images(folder.resolve("nowhere")),
                    MeasuringPlan.of(MeasuringPlan.Protocol.QUICK, List.of(Metric.VOL)),
                    1);
            assertThatThrownBy(() -> desk.evaluate(wrong).result().join())
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(UserError.class)
                    .hasMessageContaining("nowhere");
        }
    }

    @Test
    void whatCannotBeMeasuredIsNamedBeforeAnythingIs() {
        goOn.countDown();
        try (EvaluationDesk desk = desk()) {
            assertThat(refused(desk, "two")).containsExactly(Metric.IS);
            assertThat(refused(desk, "nowhere")).containsExactlyInAnyOrder(Metric.FID, Metric.VOL);
            assertThat(measured).hasValue(0);
        }
    }

    private Set<Metric> refused(EvaluationDesk desk, String against) {
        EvaluationRequest wrong = new EvaluationRequest(
                List.of(new EvaluationSubject.Images(folder.resolve("one"))),
                new EvaluationReference.Images(folder.resolve(against)),
                MeasuringPlan.of(MeasuringPlan.Protocol.QUICK, List.of(Metric.FID, Metric.IS, Metric.VOL)),
                1,
                true,
                Optional.empty());
        Throwable told = catchThrowable(() -> desk.evaluate(wrong).result().join());
        return Optional.ofNullable(told.getCause())
                .filter(UnmeasurableError.class::isInstance)
                .map(cause -> ((UnmeasurableError) cause).metrics())
                .orElse(Set.of());
    }

    /** A file where a folder should be refuses as a full disk does. */
    @Test
    void whatTheDiskDoesNotTakeIsToldAndNotLost() throws Exception {
        goOn.countDown();
        Files.createDirectories(folder.resolve("cache"));
        Files.writeString(folder.resolve("cache/evaluations"), "in the way");
        try (EvaluationDesk desk = desk()) {
            EvaluationJob job = desk.evaluate(request());
            assertThat(job.result().get().get(0).values()).hasSize(1);
            assertThat(job.remarks())
                    .singleElement()
                    .asString()
                    .startsWith("What was measured on one is not kept. The file ")
                    .contains("cannot be written");
        }
    }

    @Test
    void statisticsThatCannotBeSavedDoNotCostTheNumbers() throws Exception {
        goOn.countDown();
        Path blocked = Files.writeString(folder.resolve("blocked"), "x");
        EvaluationRequest asked = request();
        EvaluationRequest saving = new EvaluationRequest(
                asked.subjects(),
                asked.against(),
                asked.plan(),
                1,
                true,
                Optional.of(blocked.resolve("statistics.npz")));
        try (EvaluationDesk desk = desk()) {
            assertThatThrownBy(() -> desk.evaluate(saving).result().join())
                    .hasCauseInstanceOf(UserError.class)
                    .hasMessageContaining("statistics.npz cannot be written");
            int before = measured.get();
            assertThat(desk.evaluate(asked).result().get().get(0).values()).hasSize(1);
            assertThat(measured).as("the value was kept").hasValue(before);
        }
    }

    @Test
    void aClosedDeskRefuses() {
        EvaluationDesk desk = desk();
        desk.close();
        desk.close();
        assertThatThrownBy(() -> desk.evaluate(request())).isInstanceOf(IllegalStateException.class);
    }

    private List<Path> filesIn(String name) throws IOException {
        Path below = folder.resolve(name);
        if (!Files.exists(below)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(below)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
