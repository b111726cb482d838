package io.slimgan.metrics.weights;

import io.slimgan.base.UserError;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.razorvine.pickle.Opcodes;
import net.razorvine.pickle.Unpickler;

/**
 * Reads a pickle that holds tensors, and nothing else. A pickle is a program that may call any function of Python; here
 * the operations are a closed list, and so are the functions ({@link PickleGlobals}): what is not on them is refused by
 * name before anything happens. Claimed lengths are checked before memory is taken for them. One pickle per object.
 */
final class SafeUnpickler extends Unpickler {

    private static final int MOST_TEXT = 1 << 16;
    private static final int MOST_OBJECTS = 4_000_000;

    private final PickleGlobals globals;
    private int objects;

    SafeUnpickler(PickleGlobals globals) {
        this.globals = globals;
    }

    @Override
    protected Object dispatch(short operation) throws IOException {
        if (++objects > MOST_OBJECTS) {
            throw globals.broken("it has more than " + MOST_OBJECTS + " parts");
        }
        switch (operation) {
            case Opcodes.GLOBAL -> stack.add(globals.find(line(), line()));
            case Opcodes.STACK_GLOBAL -> {
                Object name = stack.pop();
                stack.add(globals.find(String.valueOf(stack.pop()), String.valueOf(name)));
            }
            case Opcodes.REDUCE, Opcodes.NEWOBJ -> {
                Object arguments = stack.pop();
                stack.add(globals.call(stack.pop(), arguments));
            }
            case Opcodes.BUILD -> {
                Object state = stack.pop();
                globals.build(stack.peek(), state);
            }
            case Opcodes.BINPERSID -> stack.add(globals.storage(stack.pop()));
            case Opcodes.BINUNICODE, Opcodes.BINSTRING -> stack.add(text(length(4)));
            case Opcodes.SHORT_BINUNICODE, Opcodes.SHORT_BINSTRING -> stack.add(text(length(1)));
            case Opcodes.SETITEM -> {
                Object value = stack.pop();
                put(stack.pop(), value);
            }
            case Opcodes.SETITEMS -> {
                List<Object> pairs = stack.pop_all_since_marker();
                for (int i = 0; i + 1 < pairs.size(); i += 2) {
                    put(pairs.get(i), pairs.get(i + 1));
                }
            }
            default -> {
                return harmless(operation);
            }
        }
        return NO_RETURN_VALUE;
    }

    /** Operations that only move numbers and put lists together; the library does these. */
    private Object harmless(short operation) throws IOException {
        return switch (operation) {
            case Opcodes.MARK,
                    Opcodes.STOP,
                    Opcodes.POP,
                    Opcodes.POP_MARK,
                    Opcodes.DUP,
                    Opcodes.BININT,
                    Opcodes.BININT1,
                    Opcodes.BININT2,
                    Opcodes.LONG1,
                    Opcodes.BINFLOAT,
                    Opcodes.NONE,
                    Opcodes.NEWTRUE,
                    Opcodes.NEWFALSE,
                    Opcodes.EMPTY_DICT,
                    Opcodes.EMPTY_LIST,
                    Opcodes.EMPTY_TUPLE,
                    Opcodes.TUPLE,
                    Opcodes.TUPLE1,
                    Opcodes.TUPLE2,
                    Opcodes.TUPLE3,
                    Opcodes.APPEND,
                    Opcodes.APPENDS,
                    Opcodes.BINGET,
                    Opcodes.LONG_BINGET,
                    Opcodes.BINPUT,
                    Opcodes.LONG_BINPUT,
                    Opcodes.MEMOIZE,
                    Opcodes.PROTO,
                    Opcodes.FRAME -> super.dispatch(operation);
            default ->
                throw globals.broken("the pickle in it uses the operation "
                        + (operation > 32 && operation < 127 ? "'" + (char) operation + "'" : "number " + operation)
                        + ", which a file of tensors does not need");
        };
    }

    /** Only plain keys: computing a hash of nested lists can take for ever. */
    private void put(Object key, Object value) {
        if (!(key instanceof String || key instanceof Number || key instanceof Boolean)) {
            throw globals.broken("a dictionary in it has a key that is neither text nor number");
        }
        globals.put(stack.peek(), key, value);
    }

    private int length(int bytes) throws IOException {
        byte[] raw = input.readNBytes(bytes);
        if (raw.length != bytes) {
            throw new EOFException("it ends within a pickle");
        }
        return bytes == 1
                ? raw[0] & 255
                : ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN).getInt();
    }

    private String text(int length) throws IOException {
        if (length < 0 || length > MOST_TEXT) {
            throw globals.broken("a text in it claims " + Integer.toUnsignedString(length) + " bytes");
        }
        byte[] raw = input.readNBytes(length);
        if (raw.length != length) {
            throw new EOFException("it ends within a pickle");
        }
        return new String(raw, StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) {
                throw new EOFException("it ends within a pickle");
            }
            if (line.size() >= MOST_TEXT) {
                throw globals.broken("a name in it is longer than " + MOST_TEXT + " bytes");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    /** The values of a tuple or list of the pickle. */
    static List<?> listOf(Object value, PickleGlobals globals) {
        if (value instanceof Object[] tuple) {
            return Arrays.asList(tuple);
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw globals.broken("something in it is no tuple where one belongs");
    }

    /** The library's exceptions, and those of its casts, as one sentence for the user. */
    static UserError sentence(PickleGlobals globals, RuntimeException e) {
        return e instanceof UserError known
                ? known
                : new UserError(globals.broken("the pickle in it is damaged").sentence(), e);
    }

    /** Kept apart from Python's dictionaries: the attributes of a scripted module. */
    static final class ScriptObject {
        private final Map<Object, Object> attributes;

        ScriptObject(Map<Object, Object> attributes) {
            this.attributes = attributes;
        }

        Map<Object, Object> attributes() {
            return attributes;
        }
    }
}
