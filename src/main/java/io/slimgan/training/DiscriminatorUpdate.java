package io.slimgan.training;

import ai.djl.ndarray.NDArray;
import io.slimgan.base.Width;
import io.slimgan.training.Critics.Batch;
import io.slimgan.training.Critics.WeightGradients;
import io.slimgan.training.Workers.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The gradients of one discriminator update (method B.2): every judged width's discriminator on the same real images
 * and on its width's fakes, losses averaged over the batch and summed over widths. Device thread.
 */
final class DiscriminatorUpdate {

    private final Game game;
    private final GradientPenalty penalty;

    DiscriminatorUpdate(Game game) {
        this.game = game;
        this.penalty = new GradientPenalty(game);
    }

    /** Images (N, 3, H, W) with their one-hot labels (N, classes), where the networks know classes. */
    record Labelled(NDArray images, Optional<NDArray> classes) {}

    /** What a width's discriminator said: its loss, mean D(x), mean D(G(z)). */
    record Verdict(double loss, double real, double fake) {}

    /**
     * Sums the gradients of the raw weights into the network's game.discriminator().
     *
     * @param real (N, 3, H, W)
     * @param fakes for each judged width (N, 3, H, W)
     * @param step which step this is, 0 first, and which update of it: keys of what is random here
     */
    Map<Width, Verdict> run(Labelled real, Map<Width, Labelled> fakes, long step, int update) {
        game.discriminator().clearGradients();
        return game.iteratesPerForward() ? runInOrder(real, fakes) : runTogether(real, fakes, step, update);
    }

    /** One sigma for the whole update: the trunk sees the real images once, shares of the batch run side by side. */
    private Map<Width, Verdict> runTogether(Labelled real, Map<Width, Labelled> fakes, long step, int update) {
        game.normaliseForUpdate(2); // real images and fakes
        long rows = real.images.getShape().get(0);
        List<Batch> batches = new ArrayList<>();
        batches.add(new Batch(
                real.images,
                real.classes,
                game.network().judged(),
                logit -> game.loss().realSlope(logit) / rows));
        fakes.forEach((width, fake) -> batches.add(new Batch(
                fake.images, fake.classes, List.of(width), logit -> game.loss().fakeSlope(logit) / rows)));
        Tally tally = new Tally();
        List<Part<WeightGradients>> parts = new ArrayList<>();
        List<List<Batch>> groupOf = new ArrayList<>();
        for (List<Batch> group : game.groups(batches)) {
            for (Share share : Share.of(rows, game.workers().count())) {
                parts.add(new Part<>(
                        share.size()
                                * group.stream()
                                        .mapToInt(batch -> 1 + batch.judges().size())
                                        .sum(),
                        () -> game.critics().weightGradients(group, share.from(), share.to())));
                groupOf.add(group);
            }
        }
        List<WeightGradients> results = game.workers().run(parts);
        for (int i = 0; i < results.size(); i++) {
            take(results.get(i), groupOf.get(i), batches.get(0), tally);
        }
        if (game.loss().penalised()) {
            penalty.add(real, fakes, step, update).forEach(tally::penalise);
        }
        toRaw(game.spectralNorm().layers());
        return tally.verdicts();
    }

    /** The authors' order: a power iteration before every forward pass, so every pass has its own sigma. */
    private Map<Width, Verdict> runInOrder(Labelled real, Map<Width, Labelled> fakes) {
        long rows = real.images.getShape().get(0);
        Tally tally = new Tally();
        // Gradients pass through the sigma of their own forward pass before they are summed.
        List<String> names = new ArrayList<>();
        List<NDArray> sums = new ArrayList<>();
        fakes.forEach((width, fake) -> {
            Batch ofReal = new Batch(
                    real.images,
                    real.classes,
                    List.of(width),
                    logit -> game.loss().realSlope(logit) / rows);
            Batch ofFake = new Batch(
                    fake.images,
                    fake.classes,
                    List.of(width),
                    logit -> game.loss().fakeSlope(logit) / rows);
            List<String> layers = game.layersOf(width);
            for (Batch batch : List.of(ofReal, ofFake)) {
                game.normaliseForPass(width);
                WeightGradients result = game.critics().weightGradients(List.of(batch), 0, rows);
                take(result, List.of(batch), ofReal, tally);
                toRaw(layers);
                for (String name : result.names()) {
                    names.add(name);
                    sums.add(game.discriminator().gradient(name).duplicate());
                }
                game.discriminator().clearGradients();
            }
        });
        game.discriminator().addGradients(names, sums);
        return tally.verdicts();
    }

    private void take(WeightGradients result, List<Batch> group, Batch real, Tally tally) {
        game.discriminator().addGradients(result.names(), result.gradients());
        result.gradients().forEach(NDArray::close);
        for (int i = 0; i < group.size(); i++) {
            boolean isReal = group.get(i) == real;
            result.logits().ofBatch().get(i).forEach((width, values) -> tally.add(width, isReal, values));
        }
    }

    private void toRaw(List<String> layers) {
        Map<String, NDArray> gradients = new LinkedHashMap<>();
        layers.forEach(layer -> gradients.put(layer, game.discriminator().gradient(layer + ".weight")));
        game.spectralNorm().toRaw(gradients);
    }

    /** Sums logits into verdicts. */
    private final class Tally {
        private final Map<Width, Double> penalties = new LinkedHashMap<>();
        private final Map<Width, double[]> sums = new LinkedHashMap<>(); // loss of real, real, count; same of fake

        void add(Width width, boolean real, float[] logits) {
            double[] sum = sums.computeIfAbsent(width, w -> new double[6]);
            int at = real ? 0 : 3;
            for (float logit : logits) {
                sum[at] += real ? game.loss().real(logit) : game.loss().fake(logit);
                sum[at + 1] += logit;
                sum[at + 2]++;
            }
        }

        void penalise(Width width, double penalty) {
            penalties.put(width, penalty);
        }

        Map<Width, Verdict> verdicts() {
            Map<Width, Verdict> verdicts = new LinkedHashMap<>();
            sums.forEach((width, sum) -> verdicts.put(
                    width,
                    new Verdict(
                            sum[0] / sum[2] + sum[3] / sum[5] + penalties.getOrDefault(width, 0.0),
                            sum[1] / sum[2],
                            sum[4] / sum[5])));
            return verdicts;
        }
    }
}
