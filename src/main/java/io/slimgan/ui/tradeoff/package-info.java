/** Quality against cost per width: asks for measurements, and shows what was measured as a table, a chart and a matrix. */
@NullMarked
package io.slimgan.ui.tradeoff;

import org.jspecify.annotations.NullMarked;
