/**
 * The window's one door to the chart library: growable series, smoothing, decimation to pixels, the chart control with
 * zoom and crosshair, light and dark colours, export as picture and table.
 */
@NullMarked
package io.slimgan.ui.chart;

import org.jspecify.annotations.NullMarked;
