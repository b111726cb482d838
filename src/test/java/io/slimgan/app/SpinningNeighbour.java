package io.slimgan.app;

import java.util.concurrent.TimeUnit;

/** Another program that wants the whole machine: as many spinning threads as told, until its input ends. */
final class SpinningNeighbour {

    private static final long AT_MOST_SECONDS = 90;

    private SpinningNeighbour() {}

    public static void main(String[] arguments) throws Exception {
        for (int i = 0; i < Integer.parseInt(arguments[0]); i++) {
            Thread thread = new Thread(SpinningNeighbour::spin);
            thread.setDaemon(true);
            thread.start();
        }
        System.out.println("spinning");
        int end = System.in.read();
        System.exit(end < 0 ? 0 : 1);
    }

    private static void spin() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(AT_MOST_SECONDS);
        long turns = 0;
        while (System.nanoTime() < end) {
            turns++;
        }
        System.out.println(turns);
    }
}
