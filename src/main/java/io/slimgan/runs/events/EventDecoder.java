package io.slimgan.runs.events;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads scalars and session starts out of events; images and whatever else a field holds are passed over without
 * being copied. One instance for one reader: it keeps each tag's text once, however many points have it.
 */
final class EventDecoder {

    private static final int WALL_TIME = EventEncoder.EVENT_WALL_TIME << 3 | WireFormat.WIRETYPE_FIXED64;
    private static final int STEP = EventEncoder.EVENT_STEP << 3 | WireFormat.WIRETYPE_VARINT;
    private static final int SUMMARY = EventEncoder.EVENT_SUMMARY << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED;
    private static final int SESSION_LOG = EventEncoder.EVENT_SESSION_LOG << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED;
    private static final int VALUE = EventEncoder.SUMMARY_VALUE << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED;
    private static final int TAG = EventEncoder.VALUE_TAG << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED;
    private static final int SIMPLE = EventEncoder.VALUE_SIMPLE << 3 | WireFormat.WIRETYPE_FIXED32;
    private static final int STATUS = EventEncoder.SESSION_STATUS << 3 | WireFormat.WIRETYPE_VARINT;

    private final Map<String, String> tags = new HashMap<>();
    private String[] names = new String[32];
    private float[] values = new float[32];
    private int count;
    private double wallTime;
    private long step;
    private boolean start;

    /** Takes what an event says. */
    interface Sink {
        void scalar(ScalarPoint point);

        /** A session starts: whatever was logged before of this step and later ones is void. */
        void sessionStart(long step);
    }

    /** Decodes one event; nothing is given to the sink unless all of it is sound. */
    void decode(byte[] bytes, int from, int length, Sink sink) throws IOException {
        count = 0;
        wallTime = 0;
        step = 0;
        start = false;
        readEvent(CodedInputStream.newInstance(bytes, from, length));
        if (start) {
            sink.sessionStart(step);
        }
        for (int i = 0; i < count; i++) {
            sink.scalar(new ScalarPoint(names[i], step, wallTime, values[i]));
        }
    }

    private void readEvent(CodedInputStream in) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (tag) {
                case WALL_TIME -> wallTime = in.readDouble();
                case STEP -> step = in.readInt64();
                case SUMMARY -> nested(in, this::readSummary);
                case SESSION_LOG -> nested(in, this::readSessionLog);
                default -> in.skipField(tag);
            }
        }
    }

    private void readSummary(CodedInputStream in) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (tag == VALUE) {
                nested(in, this::readValue);
            } else {
                in.skipField(tag);
            }
        }
    }

    private void readValue(CodedInputStream in) throws IOException {
        String name = "";
        float value = 0;
        boolean scalar = false;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (tag) {
                case TAG -> name = in.readStringRequireUtf8();
                case SIMPLE -> {
                    value = in.readFloat();
                    scalar = true;
                }
                default -> in.skipField(tag);
            }
        }
        if (scalar) {
            add(tags.computeIfAbsent(name, n -> n), value);
        }
    }

    private void readSessionLog(CodedInputStream in) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (tag == STATUS) {
                start = in.readEnum() == EventEncoder.SESSION_START;
            } else {
                in.skipField(tag);
            }
        }
    }

    private void add(String name, float value) {
        if (count == names.length) {
            names = Arrays.copyOf(names, count * 2);
            values = Arrays.copyOf(values, count * 2);
        }
        names[count] = name;
        values[count++] = value;
    }

    @FunctionalInterface
    private interface Reader {
        void read(CodedInputStream in) throws IOException;
    }

    private static void nested(CodedInputStream in, Reader reader) throws IOException {
        int outer = in.pushLimit(in.readRawVarint32());
        reader.read(in);
        in.checkLastTagWas(0);
        in.popLimit(outer);
    }
}
