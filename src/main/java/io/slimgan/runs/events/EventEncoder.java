package io.slimgan.runs.events;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Writes TensorBoard's Event and Summary messages by their field numbers (tensorflow/core/util/event.proto, summary.proto);
 * written by hand because generated classes would bring half of TensorFlow's definitions along.
 */
final class EventEncoder {

    /** The version that makes readers honour a session's start. */
    static final String FILE_VERSION = "brain.Event:2";

    static final int EVENT_WALL_TIME = 1;
    static final int EVENT_STEP = 2;
    private static final int EVENT_FILE_VERSION = 3;
    static final int EVENT_SUMMARY = 5;
    static final int EVENT_SESSION_LOG = 7;
    static final int SUMMARY_VALUE = 1;
    static final int VALUE_TAG = 1;
    static final int VALUE_SIMPLE = 2;
    private static final int VALUE_IMAGE = 4;
    private static final int IMAGE_HEIGHT = 1;
    private static final int IMAGE_WIDTH = 2;
    private static final int IMAGE_COLORSPACE = 3;
    private static final int IMAGE_ENCODED = 4;
    private static final int COLORSPACE_RGB = 3;
    static final int SESSION_STATUS = 1;
    static final int SESSION_START = 1;

    private EventEncoder() {}

    @FunctionalInterface
    interface Body {
        void writeTo(CodedOutputStream out) throws IOException;
    }

    static byte[] message(Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(bytes, 256);
            body.writeTo(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    static byte[] fileVersion(double wallTime) {
        return message(out -> {
            out.writeDouble(EVENT_WALL_TIME, wallTime);
            out.writeString(EVENT_FILE_VERSION, FILE_VERSION);
        });
    }

    static byte[] sessionStart(double wallTime, long step) {
        byte[] log = message(out -> out.writeEnum(SESSION_STATUS, SESSION_START));
        return message(out -> {
            out.writeDouble(EVENT_WALL_TIME, wallTime);
            out.writeInt64(EVENT_STEP, step);
            out.writeByteArray(EVENT_SESSION_LOG, log);
        });
    }

    /** @param summary the bytes of a Summary message; concatenated messages are one with all values */
    static byte[] summaryEvent(double wallTime, long step, byte[] summary) {
        return message(out -> {
            out.writeDouble(EVENT_WALL_TIME, wallTime);
            out.writeInt64(EVENT_STEP, step);
            out.writeByteArray(EVENT_SUMMARY, summary);
        });
    }

    static byte[] scalarSummary(String tag, double value) {
        byte[] entry = message(out -> {
            out.writeString(VALUE_TAG, tag);
            out.writeFloat(VALUE_SIMPLE, (float) value);
        });
        return message(out -> out.writeByteArray(SUMMARY_VALUE, entry));
    }

    static byte[] imageSummary(String tag, int height, int width, byte[] png) {
        byte[] image = message(out -> {
            out.writeInt32(IMAGE_HEIGHT, height);
            out.writeInt32(IMAGE_WIDTH, width);
            out.writeInt32(IMAGE_COLORSPACE, COLORSPACE_RGB);
            out.writeByteArray(IMAGE_ENCODED, png);
        });
        byte[] entry = message(out -> {
            out.writeString(VALUE_TAG, tag);
            out.writeByteArray(VALUE_IMAGE, image);
        });
        return message(out -> out.writeByteArray(SUMMARY_VALUE, entry));
    }
}
