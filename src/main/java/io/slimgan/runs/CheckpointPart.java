package io.slimgan.runs;

import io.slimgan.base.AtomicFiles;
import io.slimgan.base.FileProblems;
import io.slimgan.base.HostTensor;
import io.slimgan.base.Sha256;
import io.slimgan.base.UserError;
import io.slimgan.runs.tensors.Safetensors;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Map;
import java.util.function.Function;

/** The tensor files of a checkpoint. */
enum CheckpointPart {
    GENERATOR("generator.safetensors", Checkpoint::generator),
    DISCRIMINATOR("discriminator.safetensors", Checkpoint::discriminator),
    OPTIMIZER("optimizer.safetensors", Checkpoint::optimizer);

    private final String file;
    private final Function<Checkpoint, Map<String, HostTensor>> tensors;

    CheckpointPart(String file, Function<Checkpoint, Map<String, HostTensor>> tensors) {
        this.file = file;
        this.tensors = tensors;
    }

    String file() {
        return file;
    }

    /** Writes and syncs this part; its checksum is taken on the way, of what was meant to be written. */
    CheckpointState.Part write(Path folder, Checkpoint checkpoint) throws IOException {
        MessageDigest digest = Sha256.begin();
        AtomicFiles.writeSynced(folder.resolve(file), out -> {
            DigestOutputStream digesting = new DigestOutputStream(out, digest);
            Safetensors.write(digesting, tensors.apply(checkpoint), Map.of());
            digesting.flush();
        });
        return new CheckpointState.Part(Files.size(folder.resolve(file)), Sha256.hex(digest));
    }

    /** What {@code state.json} says of this part. */
    CheckpointState.Part part(Path folder, CheckpointState state) {
        CheckpointState.Part part = state.files().get(file);
        if (part == null) {
            throw new UserError(folder.resolve(CheckpointState.FILE) + " is damaged: it does not name " + file
                    + ". Use another checkpoint.");
        }
        return part;
    }

    /** Whether the file is there with the right number of bytes; cheap. */
    boolean hasRightSize(Path folder, CheckpointState state) {
        CheckpointState.Part expected = state.files().get(file);
        try {
            return expected != null && Files.size(folder.resolve(file)) == expected.bytes();
        } catch (IOException e) {
            return false;
        }
    }

    /** Reads this part in one pass, so that what was checked is what is returned. */
    Map<String, HostTensor> read(Path folder, CheckpointState state) {
        CheckpointState.Part expected = part(folder, state);
        Path path = folder.resolve(file);
        MessageDigest digest = Sha256.begin();
        try (InputStream in = new DigestInputStream(new BufferedInputStream(Files.newInputStream(path)), digest)) {
            long size = Files.size(path);
            if (size != expected.bytes()) {
                throw damaged(path, "it has " + size + " bytes, not " + expected.bytes());
            }
            Map<String, HostTensor> read =
                    Safetensors.read(in, size, path.toString()).tensors();
            if (!Sha256.hex(digest).equals(expected.sha256())) {
                throw damaged(path, "its checksum differs from the one in " + CheckpointState.FILE);
            }
            return read;
        } catch (IOException e) {
            throw FileProblems.cannotRead(path, e);
        }
    }

    private static UserError damaged(Path path, String what) {
        return new UserError(path + " is damaged: " + what + ". Use another checkpoint.");
    }
}
