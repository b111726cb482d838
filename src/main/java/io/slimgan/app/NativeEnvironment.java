package io.slimgan.app;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.WString;

/**
 * The environment of this process as native libraries see it. Java can only read a copy made at its start, so this calls
 * the C library. Changing the environment is not safe while other threads read it: call this from main, before anything
 * native is loaded.
 */
final class NativeEnvironment {

    private NativeEnvironment() {}

    /**
     * Sets a variable for native code of this process.
     *
     * @throws IllegalStateException if the system refuses
     * @throws UnsatisfiedLinkError if the C library cannot be reached
     */
    static void set(String name, String value) {
        int failed = Platform.isWindows()
                ? setOnWindows(name, value)
                : Native.load(Platform.C_LIBRARY_NAME, Posix.class).setenv(name, value, 1);
        if (failed != 0) {
            throw new IllegalStateException("The environment variable " + name + " could not be set");
        }
    }

    /** Two places: Intel's OpenMP asks the kernel, others ask the C runtime, which keeps a copy of its own. */
    private static int setOnWindows(String name, String value) {
        boolean inKernel = Native.load("kernel32", WindowsKernel.class)
                .SetEnvironmentVariableW(new WString(name), new WString(value));
        int inRuntime = Native.load("ucrtbase", WindowsRuntime.class)._wputenv_s(new WString(name), new WString(value));
        return inKernel ? inRuntime : 1;
    }

    /** POSIX {@code stdlib.h}. Public because JNA calls it from its own package. */
    public interface Posix extends Library {
        int setenv(String name, String value, int overwrite);
    }

    /** {@code processenv.h}; the names are the system's. */
    public interface WindowsKernel extends Library {
        boolean SetEnvironmentVariableW(WString name, WString value);
    }

    /** The universal C runtime's {@code stdlib.h}. */
    public interface WindowsRuntime extends Library {
        int _wputenv_s(WString name, WString value);
    }
}
