package io.slimgan.cli;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * Where progress goes: a terminal has one line that is drawn over again, anything else gets plain lines.
 *
 * @param out the standard output
 * @param live whether lines can be drawn over
 * @param columns the terminal's width in characters
 */
record Terminal(PrintWriter out, boolean live, int columns) {

    private static final int CUSTOMARY_COLUMNS = 80;

    /** The terminal that this process was started from, if it was. */
    static Terminal of(PrintWriter out) {
        boolean live = isInteractive();
        return new Terminal(out, live, live ? askedColumns() : CUSTOMARY_COLUMNS);
    }

    /** From Java 22 on a console is there even without a terminal and must be asked; Java 17 has no such question. */
    private static boolean isInteractive() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException before22) {
            return true;
        }
    }

    private static int askedColumns() {
        try {
            Process stty = new ProcessBuilder("sh", "-c", "stty size </dev/tty").start();
            String told = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            if (stty.waitFor(1, TimeUnit.SECONDS) && stty.exitValue() == 0) {
                return Math.max(20, Integer.parseInt(told.strip().split(" ")[1]));
            }
        } catch (IOException | RuntimeException unknown) {
            return CUSTOMARY_COLUMNS; // Windows, or a terminal that does not tell
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return CUSTOMARY_COLUMNS;
    }

    /** Draws over the line that was drawn last. */
    void draw(String line) {
        String fitting = line.length() < columns ? line : line.substring(0, columns - 1);
        out.print("\r" + fitting + "\033[K");
        out.flush();
    }

    /** Prints a line that stays; what was drawn gives way to it. */
    void say(String line) {
        out.println(live ? "\r" + line + "\033[K" : line);
        out.flush();
    }
}
