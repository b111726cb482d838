package io.slimgan.base;

/** Says before and at its end whether it is ending. */
final class EndingProcess {

    private EndingProcess() {}

    public static void main(String[] arguments) {
        Interruption.saving(() -> System.out.println("at the end: " + Interruption.isEnding()));
        System.out.println("before: " + Interruption.isEnding());
    }
}
