package io.slimgan.session;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Where the weights of the papers' feature network are on this machine. Never required: without them the network that
 * comes with the program measures. For any thread; nothing here blocks.
 */
public interface FeatureWeights {

    /**
     * The file that is in use: what the environment variable names, else what is remembered. Exceptionally with a
     * {@link io.slimgan.base.UserError} if the variable names a file that is not there.
     */
    CompletableFuture<Optional<Path>> find();

    /**
     * Remembers a file from now on, once it has been read and found to hold these weights.
     *
     * @return the file; exceptionally with a {@link io.slimgan.base.UserError} if it holds something else
     */
    CompletableFuture<Path> use(Path file);

    /** Where {@link #fetch} would get them, to be shown before the user agrees. */
    String origin();

    /** Begins to download them into the user's folder, and remembers them. What has come of an earlier try is kept. */
    WeightFetch fetch();
}
