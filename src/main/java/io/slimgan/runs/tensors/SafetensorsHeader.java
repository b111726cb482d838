package io.slimgan.runs.tensors;

import io.slimgan.base.HostTensor;
import io.slimgan.base.UserError;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON header of a safetensors file. Reading is strict, as in the format's own library: unknown or missing fields,
 * names given twice, holes, overlaps and data that is left over are refused.
 *
 * @param entries in the order of their data
 * @param metadata free text by key
 */
record SafetensorsHeader(List<Entry> entries, Map<String, String> metadata) {

    /** The format's own limit for a header, so that a broken length cannot ask for all memory. */
    static final long MAX_BYTES = 100_000_000;

    private static final String METADATA = "__metadata__";
    private static final String TYPE = "dtype";
    private static final String SHAPE = "shape";
    private static final String OFFSETS = "data_offsets";

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** One tensor: its data lies in bytes [begin, end) after the header. */
    record Entry(String name, ElementType type, long[] shape, long begin, long end) {

        int elements() {
            return Math.toIntExact((end - begin) / type.bytes());
        }
    }

    /** The types that are read, as the format calls them; one of a run's own is always F32. */
    static final Map<String, ElementType> TYPES = Map.of(
            "F32", ElementType.FLOAT32,
            "F64", ElementType.FLOAT64,
            "F16", ElementType.FLOAT16,
            "BF16", ElementType.BFLOAT16,
            "I64", ElementType.INT64,
            "I32", ElementType.INT32,
            "I16", ElementType.INT16,
            "I8", ElementType.INT8,
            "U8", ElementType.UINT8,
            "BOOL", ElementType.BOOL);

    /** What a run's own files hold. */
    static final Map<String, ElementType> FLOAT32_ONLY = Map.of("F32", ElementType.FLOAT32);

    /** The header of these tensors, padded with spaces so that the data begins at a multiple of 8 bytes. */
    static byte[] encode(SortedMap<String, HostTensor> tensors, SortedMap<String, String> metadata) {
        ObjectNode root = JSON.createObjectNode();
        if (!metadata.isEmpty()) {
            ObjectNode texts = root.putObject(METADATA);
            metadata.forEach(texts::put);
        }
        long at = 0;
        for (Map.Entry<String, HostTensor> tensor : tensors.entrySet()) {
            if (tensor.getKey().equals(METADATA)) {
                throw new IllegalArgumentException("No tensor may be called " + METADATA + ".");
            }
            long end = at + (long) tensor.getValue().values().length * Float.BYTES;
            ObjectNode node = root.putObject(tensor.getKey());
            node.put(TYPE, "F32");
            ArrayNode shape = node.putArray(SHAPE);
            Arrays.stream(tensor.getValue().shape()).forEach(shape::add);
            node.putArray(OFFSETS).add(at).add(end);
            at = end;
        }
        byte[] json = JSON.writeValueAsBytes(root);
        byte[] padded = Arrays.copyOf(json, (json.length + 7) / 8 * 8);
        Arrays.fill(padded, json.length, padded.length, (byte) ' ');
        return padded;
    }

    /**
     * @param dataBytes how many bytes follow the header
     * @param allowed the types that may occur, by their names in the format
     * @throws UserError if the header is malformed or does not describe exactly these bytes
     */
    static SafetensorsHeader decode(byte[] json, long dataBytes, String name, Map<String, ElementType> allowed) {
        Map<String, String> metadata = new LinkedHashMap<>();
        List<Entry> entries = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : parse(json, name).properties()) {
            if (field.getKey().equals(METADATA)) {
                metadata.putAll(metadata(field.getValue(), name));
            } else {
                entries.add(entry(field.getKey(), field.getValue(), name, allowed));
            }
        }
        entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
        long at = 0;
        for (Entry entry : entries) {
            if (entry.begin() != at) {
                throw malformed(
                        name, "the data of " + entry.name() + " begins at byte " + entry.begin() + ", not " + at);
            }
            at = entry.end();
        }
        if (at != dataBytes) {
            throw malformed(name, "its tensors need " + at + " bytes, but " + dataBytes + " are there");
        }
        return new SafetensorsHeader(List.copyOf(entries), metadata);
    }

    /** The sentence for a file that is not what it should be. */
    static UserError malformed(String name, String what) {
        return new UserError(
                name + " is no sound safetensors file: " + what + ". Use another checkpoint or copy of it.");
    }

    private static ObjectNode parse(byte[] json, String name) {
        if (json[0] != '{') {
            throw malformed(name, "its header does not begin with {");
        }
        try {
            // A string first: bytes that are no UTF-8 must not slip through as something else.
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json))
                    .toString();
            if (JSON.readTree(text) instanceof ObjectNode root) {
                return root;
            }
        } catch (CharacterCodingException | JacksonException e) {
            throw new UserError(malformed(name, "its header is no valid JSON").sentence(), e);
        }
        throw malformed(name, "its header is no JSON object");
    }

    private static Map<String, String> metadata(JsonNode node, String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (!node.isObject()) {
            throw malformed(name, METADATA + " is no map of texts");
        }
        for (Map.Entry<String, JsonNode> text : node.properties()) {
            if (!text.getValue().isString()) {
                throw malformed(name, METADATA + "." + text.getKey() + " is no text");
            }
            texts.put(text.getKey(), text.getValue().stringValue());
        }
        return texts;
    }

    private static Entry entry(String tensor, JsonNode node, String name, Map<String, ElementType> allowed) {
        JsonNode type = node.path(TYPE);
        if (!node.isObject() || node.size() != 3 || !type.isString()) {
            throw malformed(name, tensor + " does not have exactly " + TYPE + ", " + SHAPE + " and " + OFFSETS);
        }
        ElementType element = allowed.get(type.stringValue());
        if (element == null) {
            throw malformed(
                    name,
                    tensor + " holds " + type.stringValue() + ", but only "
                            + (allowed.size() == 1
                                    ? "F32 (float32)"
                                    : String.join(", ", new TreeSet<>(allowed.keySet())))
                            + " can be read");
        }
        long[] shape = wholeNumbers(node.path(SHAPE), tensor + "." + SHAPE, name);
        long[] offsets = wholeNumbers(node.path(OFFSETS), tensor + "." + OFFSETS, name);
        if (offsets.length != 2 || offsets[1] < offsets[0]) {
            throw malformed(name, tensor + "." + OFFSETS + " is no range");
        }
        long bytes = offsets[1] - offsets[0];
        if (bytes != bytes(shape, element, tensor, name)) {
            throw malformed(
                    name,
                    tensor + " has the shape " + Arrays.toString(shape) + ", which does not fill " + bytes + " bytes");
        }
        return new Entry(tensor, element, shape, offsets[0], offsets[1]);
    }

    private static long bytes(long[] shape, ElementType type, String tensor, String name) {
        try {
            int elements = Math.toIntExact(HostTensor.elements(shape));
            return (long) elements * type.bytes();
        } catch (ArithmeticException e) {
            throw malformed(name, tensor + " has the shape " + Arrays.toString(shape) + ", too large to be read");
        }
    }

    private static long[] wholeNumbers(JsonNode node, String field, String name) {
        if (!node.isArray()) {
            throw malformed(name, field + " is no list");
        }
        long[] values = new long[node.size()];
        for (int i = 0; i < values.length; i++) {
            JsonNode value = node.get(i);
            if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
                throw malformed(name, field + " holds something other than whole numbers from 0");
            }
            values[i] = value.longValue();
        }
        return values;
    }
}
