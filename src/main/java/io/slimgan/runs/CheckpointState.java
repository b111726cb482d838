package io.slimgan.runs;

import io.slimgan.base.FileProblems;
import io.slimgan.base.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A checkpoint's {@code state.json}: written last, so a folder that has one has everything.
 *
 * @param schema version of the checkpoint's layout
 * @param version of the program that wrote it
 * @param files size and checksum of each tensor file by name
 */
record CheckpointState(
        int schema,
        long step,
        String version,
        Instant written,
        SortedMap<String, Part> files,
        SortedMap<String, String> notes) {

    static final String FILE = "state.json";

    /** The newest layout that this version reads, and the one that it writes. */
    static final int SCHEMA = 1;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** What a file of tensors must be, byte for byte. */
    record Part(long bytes, String sha256) {}

    CheckpointState {
        files = new TreeMap<>(files);
        notes = new TreeMap<>(notes);
    }

    CheckpointState(long step, String version, Map<String, Part> files, Map<String, String> notes) {
        this(SCHEMA, step, version, Instant.now(), new TreeMap<>(files), new TreeMap<>(notes));
    }

    byte[] toJson() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    /** @throws UserError if the file is missing, not understood, or of a newer layout */
    static CheckpointState read(Path checkpoint) {
        refuseNewer(checkpoint);
        Path file = checkpoint.resolve(FILE);
        try {
            return JSON.readValue(Files.readString(file), CheckpointState.class);
        } catch (IOException e) {
            throw FileProblems.cannotRead(file, e);
        } catch (JacksonException e) {
            throw new UserError(
                    file + " is damaged: it is not the description of a checkpoint. Use another checkpoint.", e);
        }
    }

    /**
     * A layout that is not known yet is never taken for damage, or an older checkpoint would be continued instead.
     *
     * @throws UserError if a newer version of the program wrote this checkpoint
     */
    static void refuseNewer(Path checkpoint) {
        Path file = checkpoint.resolve(FILE);
        int schema = 0;
        try {
            schema = JSON.readTree(Files.readString(file)).path("schema").asInt(0);
        } catch (IOException | JacksonException e) {
            return; // Whoever reads all of it says what is wrong.
        }
        if (schema > SCHEMA) {
            throw new UserError(file + " was written by a newer version of this program (layout " + schema
                    + ", this one reads up to " + SCHEMA + "); go on with that version or a newer one.");
        }
    }
}
