/** What was measured on a run: values with everything that decided them, as JSON files in the run's folder. */
@NullMarked
package io.slimgan.runs.evaluations;

import org.jspecify.annotations.NullMarked;
