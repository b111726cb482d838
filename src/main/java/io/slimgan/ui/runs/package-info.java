/** The list of runs with what can be done to them, and the forms that start a run or let it go on with other settings. */
@NullMarked
package io.slimgan.ui.runs;

import org.jspecify.annotations.NullMarked;
