package io.slimgan.session;

import io.slimgan.base.FileProblems;
import io.slimgan.metrics.features.FeatureNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The feature network used last, kept open: a run in training is measured again and again with the same. For the
 * evaluation thread.
 */
final class OpenNetwork implements AutoCloseable {

    /** Which network: the file and when it was changed, or the one that comes with the program. */
    private record Key(Optional<Path> weights, Optional<FileTime> changed) {}

    private final Function<Optional<Path>, FeatureNetwork> opening;
    private @Nullable Key key;
    private @Nullable FeatureNetwork open;

    /** @param opening opens a file of weights, or without one the network that comes with the program */
    OpenNetwork(Function<Optional<Path>, FeatureNetwork> opening) {
        this.opening = opening;
    }

    /** Stays this class's to close, and open until another is asked for. */
    FeatureNetwork of(Optional<Path> weights) {
        Key asked = new Key(weights, weights.map(OpenNetwork::changed));
        FeatureNetwork known = open;
        if (known != null && asked.equals(key)) {
            return known;
        }
        close();
        FeatureNetwork opened = opening.apply(weights);
        open = opened;
        key = asked;
        return opened;
    }

    private static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw FileProblems.cannotRead(file, e);
        }
    }

    @Override
    public void close() {
        FeatureNetwork known = open;
        open = null;
        key = null;
        if (known != null) {
            known.close();
        }
    }
}
