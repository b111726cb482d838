package io.slimgan.metrics.evaluation;

import io.slimgan.base.AtomicFiles;
import io.slimgan.base.HostTensor;
import io.slimgan.base.UserError;
import io.slimgan.metrics.features.FeatureMatrix;
import io.slimgan.runs.tensors.Safetensors;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Features of real images, kept in a folder because they cost minutes and are asked for again and again. One file per
 * key; those not used longest go when it grows beyond its limit. Any thread of any process; nothing here fails a
 * measurement: what cannot be read or kept is computed.
 */
public final class FeatureCache {

    private static final Logger LOG = LoggerFactory.getLogger(FeatureCache.class);
    private static final String FEATURES = "features";
    private static final String ENDING = ".safetensors";

    /** About 25 sets of 10,000 images with 2,048 features. */
    private static final long LARGEST_BYTES = 2L << 30;

    private final Path folder;
    private final long largestBytes;

    /** @param cacheFolder the user's folder for what can be made again */
    public FeatureCache(Path cacheFolder) {
        this(cacheFolder, LARGEST_BYTES);
    }

    FeatureCache(Path cacheFolder, long largestBytes) {
        this.folder = cacheFolder.resolve(FEATURES);
        this.largestBytes = largestBytes;
    }

    /** The features of a key, a checksum of everything that decides them. */
    Optional<FeatureMatrix> find(String key) {
        Path file = file(key);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            HostTensor found = Safetensors.read(file).get(FEATURES);
            if (found == null || found.shape().length != 2) {
                return Optional.empty();
            }
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return Optional.of(new FeatureMatrix((int) found.shape()[0], (int) found.shape()[1], found.values()));
        } catch (UserError | IOException e) {
            LOG.warn("{} is passed over: {}", file, e.getMessage());
            return Optional.empty();
        }
    }

    void keep(String key, FeatureMatrix features) {
        long[] shape = {features.rows(), features.columns()};
        try {
            Safetensors.write(file(key), Map.of(FEATURES, new HostTensor(features.values(), shape)), Map.of());
            shrink();
        } catch (UserError | IOException e) {
            LOG.warn("Features are not kept: {}", e.getMessage());
        }
    }

    private Path file(String key) {
        return folder.resolve(key + ENDING);
    }

    private void shrink() throws IOException {
        record Kept(Path file, long bytes, FileTime used) {}
        List<Kept> all = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path file : files) {
                if (!String.valueOf(file.getFileName()).startsWith(AtomicFiles.ASIDE_PREFIX)) {
                    all.add(new Kept(file, Files.size(file), Files.getLastModifiedTime(file)));
                }
            }
        }
        all.sort(Comparator.comparing(Kept::used).reversed());
        long bytes = 0;
        for (Kept kept : all) {
            bytes += kept.bytes();
            if (bytes > largestBytes) {
                Files.deleteIfExists(kept.file());
            }
        }
    }
}
