package io.slimgan.ui.main;

/** What the shell's commands do beyond the run that is shown. FX thread. */
interface ShellActions {

    /** Shows the form for a new run. */
    void newRun();

    /** Asks for a run's folder and shows it. */
    void openRun();

    /** Trains on: goes on after a pause, or resumes a run that nobody trains. */
    void start();

    /** Resumes with other settings, where they may differ. */
    void resumeWithChanges();

    /** Pauses what runs, goes on with what is paused. */
    void pauseOrGoOn();

    /** Writes what the visible page shows. */
    void export();

    /** Makes the report of the run that is shown. */
    void report();

    /** Looks at the images that the run learns. */
    void itsImages();

    void toggleTheme();

    /** Version, device, threads and memory of the engine. */
    void showEngine();

    void showShortcuts();

    void showAbout();

    /** Shows the page at this place of the navigation. */
    void showPage(int index);

    /** Asks if need be, saves and stops, then closes. */
    void close();
}
