/** Reports of up to four runs: chooses runs and forms, has them made, and shows the files. */
@NullMarked
package io.slimgan.ui.reports;

import org.jspecify.annotations.NullMarked;
