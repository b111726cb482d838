package io.slimgan.training;

import ai.djl.ndarray.NDArray;
import io.slimgan.base.LatentBatch;
import io.slimgan.base.Width;
import io.slimgan.base.WidthList;
import io.slimgan.config.TrainingSettings;
import io.slimgan.config.TrainingSettings.Distillation;
import io.slimgan.nn.engine.EngineScope;
import io.slimgan.training.Critics.Batch;
import io.slimgan.training.Critics.ImageGradients;
import io.slimgan.training.GeneratorPasses.Drawn;
import io.slimgan.training.StepReport.PairReport;
import io.slimgan.training.Workers.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The gradients of one generator update (method B.2): the adversarial loss of each judged width against its frozen
 * discriminator, and the distillation of each width from a wider one on shared latents. Device thread.
 *
 * <p>In three phases, each of independent parts: draw, judge, differentiate.
 */
final class GeneratorUpdate {

    private final Game game;
    private final TrainingSettings settings;
    private final WidthList widths;

    GeneratorUpdate(Game game) {
        this.game = game;
        this.settings = game.settings().training();
        this.widths = game.widths();
    }

    /** The adversarial loss of each judged width, and what each distillation pair lacks. */
    record Outcome(Map<Width, Double> losses, List<PairReport> pairs) {}

    /** What one width drew: for its discriminator if it is judged, and for the distillation if there is any. */
    private record Drawing(Optional<Drawn> adversarial, Optional<Drawn> shared) {}

    /** Whether narrow widths imitate wide ones. */
    boolean distils() {
        return settings.distillationWeight() > 0 && widths.size() > 1;
    }

    /**
     * Sums the gradients into the generator's state.
     *
     * @param count images per width
     */
    Outcome run(Latents latents, long step, int count) {
        game.generator().clearGradients();
        game.normaliseGenerator();
        try (EngineScope scope = EngineScope.plain()) {
            List<Drawing> drawings = draw(latents, step, count);
            drawings.forEach(drawing -> {
                drawing.adversarial.ifPresent(drawn -> scope.adopt(drawn.images()));
                drawing.shared.ifPresent(drawn -> scope.adopt(drawn.images()));
            });
            Map<Width, Drawn> judged = new LinkedHashMap<>();
            drawings.forEach(drawing -> drawing.adversarial.ifPresent(drawn -> judged.put(drawn.width(), drawn)));
            Map<Width, Double> losses = new LinkedHashMap<>();
            List<Work> work = new ArrayList<>();
            judge(judged, losses, scope).forEach((width, gradient) -> {
                Drawn drawn = judged.get(width);
                if (drawn != null) {
                    work.add(new Work(drawn, gradient));
                }
            });
            List<PairReport> pairs = new ArrayList<>();
            if (distils()) {
                work.addAll(
                        distil(drawings.stream().flatMap(d -> d.shared.stream()).toList(), pairs));
            }
            differentiate(work);
            toRaw();
            return new Outcome(losses, pairs);
        }
    }

    /** Phase 1: every width draws; its two passes follow each other, because they update the same statistics. */
    private List<Drawing> draw(Latents latents, long step, int count) {
        LatentBatch shared = distils() ? latents.distillation(step, count) : LatentBatch.EMPTY;
        List<Part<Drawing>> parts = new ArrayList<>();
        for (Width width : widths) {
            parts.add(new Part<>(cost(width), () -> {
                Optional<Drawn> adversarial = game.network().judged().contains(width)
                        ? Optional.of(game.passes().drawRecorded(width, latents.generator(step, width, count)))
                        : Optional.empty();
                Optional<Drawn> own = distils() ? Optional.of(drawShared(width, shared)) : Optional.empty();
                return new Drawing(adversarial, own);
            }));
        }
        return game.workers().run(parts);
    }

    /** The widest is only ever a teacher, so its picture needs no graph. */
    private Drawn drawShared(Width width, LatentBatch draw) {
        return width.equals(widths.widest())
                ? game.passes().drawConstant(width, draw)
                : game.passes().drawRecorded(width, draw);
    }

    /** Phase 2: the frozen discriminators judge; gives the gradient of each judged width's images. */
    private Map<Width, NDArray> judge(Map<Width, Drawn> judged, Map<Width, Double> losses, EngineScope scope) {
        List<Batch> batches = batches(judged);
        Map<Width, List<NDArray>> gradients = new LinkedHashMap<>();
        Map<Width, double[]> sums = new LinkedHashMap<>();
        List<List<Batch>> groups = new ArrayList<>();
        List<ImageGradients> results = new ArrayList<>();
        if (game.iteratesPerForward()) {
            for (Batch batch : batches) {
                game.normaliseForPass(batch.judges().get(0));
                groups.add(List.of(batch));
                results.add(game.critics().imageGradients(List.of(batch), 0, rows(batch)));
            }
        } else {
            game.normaliseForUpdate(1);
            List<Part<ImageGradients>> parts = new ArrayList<>();
            for (List<Batch> group : game.groups(batches)) {
                for (Share share : Share.of(rows(group.get(0)), game.workers().count())) {
                    groups.add(group);
                    parts.add(new Part<>(
                            share.size() * group.size(),
                            () -> game.critics().imageGradients(group, share.from(), share.to())));
                }
            }
            results.addAll(game.workers().run(parts));
        }
        for (int i = 0; i < results.size(); i++) {
            results.get(i).gradients().forEach(scope::adopt);
            for (int b = 0; b < groups.get(i).size(); b++) {
                Width width = groups.get(i).get(b).judges().get(0);
                gradients
                        .computeIfAbsent(width, w -> new ArrayList<>())
                        .add(results.get(i).gradients().get(b));
                tally(sums.computeIfAbsent(width, w -> new double[2]), results.get(i), b, width);
            }
        }
        sums.forEach((width, sum) -> losses.put(width, sum[0] / sum[1]));
        Map<Width, NDArray> whole = new LinkedHashMap<>();
        gradients.forEach((width, parts) -> whole.put(width, game.ops().concat(parts)));
        return whole;
    }

    /** Each width's images before that width's own discriminator. */
    private List<Batch> batches(Map<Width, Drawn> judged) {
        List<Batch> batches = new ArrayList<>();
        judged.forEach((width, drawn) -> {
            long rows = drawn.images().getShape().get(0);
            batches.add(new Batch(
                    drawn.images(),
                    game.classes(drawn.labels()),
                    List.of(width),
                    logit -> game.loss().generatorSlope(logit) / rows));
        });
        return batches;
    }

    private void tally(double[] sum, ImageGradients result, int batch, Width width) {
        for (float logit : result.logits().ofBatch().get(batch).getOrDefault(width, new float[0])) {
            sum[0] += game.loss().generator(logit);
            sum[1]++;
        }
    }

    private static long rows(Batch batch) {
        return batch.images().getShape().get(0);
    }

    /** An image's gradient that has yet to go through the generator. */
    private record Work(Drawn drawn, NDArray imageGradient) {}

    /** Distillation (equation (4), mean form): lambda / (N - 1) * sum of mean((student - teacher)^2), teachers fixed. */
    private List<Work> distil(List<Drawn> drawn, List<PairReport> reports) {
        int last = drawn.size() - 1;
        List<Work> work = new ArrayList<>();
        for (int i = 0; i < last; i++) {
            Drawn student = drawn.get(i);
            Drawn teacher = drawn.get(settings.distillation() == Distillation.STEPWISE ? i + 1 : last);
            NDArray gap = student.images().sub(teacher.images());
            double share = settings.distillationWeight() / last;
            double raw = gap.square().mean().getFloat();
            reports.add(new PairReport(student.width(), teacher.width(), raw, share * raw));
            work.add(new Work(student, gap.mul((float) (2 * share / gap.size()))));
        }
        return work;
    }

    /** Phase 3: back through the generator. Summed in a fixed order, so that runs are bit-identical. */
    private void differentiate(List<Work> work) {
        List<List<NDArray>> gradients = game.workers()
                .run(work.stream()
                        .map(item -> new Part<>(
                                cost(item.drawn.width()),
                                () -> game.passes().gradients(item.drawn, item.imageGradient)))
                        .toList());
        for (int i = 0; i < work.size(); i++) {
            game.generator().addGradients(work.get(i).drawn.used().names(), gradients.get(i));
            gradients.get(i).forEach(NDArray::close);
        }
    }

    private void toRaw() {
        Map<String, NDArray> gradients = new LinkedHashMap<>();
        game.generatorNorm()
                .layers()
                .forEach(layer -> gradients.put(layer, game.generator().gradient(layer + ".weight")));
        game.generatorNorm().toRaw(gradients);
    }

    /** Work grows with the square of the channels. */
    private static double cost(Width width) {
        return width.multiplier() * width.multiplier();
    }
}
