package io.slimgan.base;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** This machine's name, for file names and locks. */
public final class HostName {

    private HostName() {}

    /**
     * The name with nothing in it but letters, digits, dots, underscores and hyphens. The system's own records are
     * asked first, because Java's way may wait seconds for a name server.
     */
    public static String current() {
        String name = Stream.of(kernelName(), environment("HOSTNAME"), environment("COMPUTERNAME"))
                .filter(n -> !n.isBlank())
                .findFirst()
                .orElseGet(HostName::networkName);
        return name.strip().replaceAll("[^A-Za-z0-9._-]", "_");
    }

    private static String kernelName() {
        Path file = Path.of("/proc/sys/kernel/hostname");
        try {
            return Files.isReadable(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            return "";
        }
    }

    private static String environment(String variable) {
        String value = System.getenv(variable);
        return value == null ? "" : value;
    }

    private static String networkName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
