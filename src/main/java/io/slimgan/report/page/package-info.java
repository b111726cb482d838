/** An mIC report as a page that people read: one template, shown by a browser or laid out on paper. */
@NullMarked
package io.slimgan.report.page;

import org.jspecify.annotations.NullMarked;
