package io.slimgan.data.files;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;

/** Very many file names in little memory: their letters in one array, about a quarter of what strings take. Immutable. */
public final class NameTable {

    private final byte[] letters;
    private final int[] starts;

    private NameTable(byte[] letters, int[] starts) {
        this.letters = letters;
        this.starts = starts;
    }

    /** Holds these names in their order. */
    public static NameTable of(Collection<String> names) {
        Builder builder = new Builder();
        names.forEach(builder::add);
        return builder.build();
    }

    /** The number of names. */
    public int size() {
        return starts.length - 1;
    }

    /** One of the names. */
    public String get(int index) {
        return new String(letters, starts[index], starts[index + 1] - starts[index], StandardCharsets.UTF_8);
    }

    /** Takes names one after another. For one thread. */
    public static final class Builder {

        private byte[] letters = new byte[1 << 12];
        private int[] starts = new int[1 << 8];
        private int count;

        /** Adds a name. */
        public void add(String name) {
            byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
            int from = starts[count];
            int end = Math.addExact(from, bytes.length);
            if (end > letters.length) {
                letters = Arrays.copyOf(letters, Math.max(end, (int) Math.min(2L * letters.length, 1 << 30)));
            }
            System.arraycopy(bytes, 0, letters, from, bytes.length);
            count++;
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, 2 * count);
            }
            starts[count] = end;
        }

        /** How many names there are so far. */
        public int count() {
            return count;
        }

        /** All names so far. */
        public NameTable build() {
            return new NameTable(Arrays.copyOf(letters, starts[count]), Arrays.copyOf(starts, count + 1));
        }
    }
}
