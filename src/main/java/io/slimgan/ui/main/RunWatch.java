package io.slimgan.ui.main;

import io.slimgan.ui.common.OpenRun;

/** Finds out where a run stands that this process does not train. FX thread. */
interface RunWatch {

    /** Looks at this run from now on. */
    void follow(OpenRun run);

    /** Looks at none any more. */
    void forget();

    /** The newest that is known; never waits. */
    Standing standing();
}
