package io.slimgan.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.slimgan.base.Width;
import io.slimgan.base.WidthList;
import io.slimgan.config.DiscriminatorSettings.SpectralNormPolicy;
import io.slimgan.config.ModelSettings.Initialisation;
import io.slimgan.config.RunSettings;
import io.slimgan.models.Networks;
import io.slimgan.models.network.Discriminator;
import io.slimgan.nn.Initial;
import io.slimgan.nn.OneHot;
import io.slimgan.nn.ParameterSpec;
import io.slimgan.nn.engine.EngineOps;
import io.slimgan.nn.engine.SpectralNorm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The two players and what they play with.
 *
 * @param generator the generator's tensors
 * @param generatorNorm its normalised weights, if any are
 * @param passes the generator drawing
 * @param discriminator the discriminators' tensors
 * @param spectralNorm their normalised weights
 * @param critics the discriminators judging
 * @param network the discriminators' structure
 * @param workers what runs independent parts side by side
 * @param loss the adversarial loss
 */
record Game(
        EngineOps ops,
        NDManager manager,
        RunSettings settings,
        TrainedNetwork generator,
        SpectralNorm generatorNorm,
        GeneratorPasses passes,
        TrainedNetwork discriminator,
        SpectralNorm spectralNorm,
        Critics critics,
        Discriminator network,
        Workers workers,
        AdversarialLoss loss)
        implements AutoCloseable {

    /** Convolution work per image from which batches of several widths pass a trunk one by one: they outgrow the cache. */
    private static final int CHANNELS_THAT_FILL_THE_CACHE = 256;

    static Game create(EngineOps ops, NDManager manager, RunSettings settings, Workers workers) {
        Networks networks = Networks.of(settings);
        boolean orthogonal = settings.model().initialisation() == Initialisation.ORTHOGONAL;
        TrainedNetwork generator = new TrainedNetwork(
                ops, manager, started(networks.generator().parameters(), orthogonal), settings.seed());
        SpectralNorm generatorNorm = new SpectralNorm(
                ops, manager, generator.store(), networks.generator().normalisedLayers());
        Discriminator network = networks.discriminator();
        TrainedNetwork discriminator =
                new TrainedNetwork(ops, manager, started(network.parameters(), orthogonal), settings.seed());
        SpectralNorm spectralNorm = new SpectralNorm(ops, manager, discriminator.store(), network.normalisedLayers());
        return new Game(
                ops,
                manager,
                settings,
                generator,
                generatorNorm,
                new GeneratorPasses(ops, manager, networks.generator(), generator, generatorNorm),
                discriminator,
                spectralNorm,
                new Critics(ops, manager, network, discriminator, spectralNorm),
                network,
                workers,
                AdversarialLoss.of(settings.training().loss()));
    }

    private static List<ParameterSpec> started(List<ParameterSpec> specs, boolean orthogonal) {
        return orthogonal ? Initial.Orthogonal.inPlaceOfXavier(specs) : specs;
    }

    /** One power iteration for the generator, where it is normalised: its passes of an update share one sigma. */
    void normaliseGenerator() {
        generatorNorm.iterate(generatorNorm.layers(), 1);
    }

    /** One-hot labels (N, classes) in the scope that is open on the thread; empty if the networks know no classes. */
    Optional<NDArray> classes(int[] labels) {
        int classes = settings.model().classes();
        return classes == 0 ? Optional.empty() : Optional.of(ops.fromHost(manager, OneHot.of(labels, classes)));
    }

    WidthList widths() {
        return settings.model().widthList();
    }

    /** Whether sigma is computed before every forward pass, as the authors do. */
    boolean iteratesPerForward() {
        return settings.discriminator().spectralNorm() == SpectralNormPolicy.PER_FORWARD;
    }

    /**
     * Normalises all weights for one update that uses each discriminator {@code passes} times. As many power iterations
     * as the authors' order would make by the end of it, so that sigma converges as fast as theirs (method H.3, 1).
     */
    void normaliseForUpdate(int passes) {
        spectralNorm.iterate(
                Discriminator.normalisedLayers(network.trunk()),
                passes * network.judged().size());
        network.heads().values().forEach(head -> spectralNorm.iterate(Discriminator.normalisedLayers(head), passes));
    }

    /** One power iteration for the discriminator of a width, as the authors do before every forward pass. */
    void normaliseForPass(Width width) {
        spectralNorm.iterate(layersOf(width), 1);
    }

    /** The batches that pass the trunk as one: all of them in a small network, each for itself in a large one. */
    List<List<Critics.Batch>> groups(List<Critics.Batch> batches) {
        return settings.model().discriminatorChannels() < CHANNELS_THAT_FILL_THE_CACHE
                ? List.of(batches)
                : batches.stream().map(List::of).toList();
    }

    /** The normalised layers that the discriminator of a width consists of. */
    List<String> layersOf(Width width) {
        List<String> layers = new ArrayList<>(Discriminator.normalisedLayers(network.trunk()));
        layers.addAll(Discriminator.normalisedLayers(network.head(width)));
        return layers;
    }

    @Override
    public void close() {
        spectralNorm.close();
        generatorNorm.close();
        generator.close();
        discriminator.close();
    }
}
