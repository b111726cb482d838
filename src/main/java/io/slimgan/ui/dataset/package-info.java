/** Looks into a dataset: a contact sheet, its classes and levels, what is double or broken. */
@NullMarked
package io.slimgan.ui.dataset;

import org.jspecify.annotations.NullMarked;
