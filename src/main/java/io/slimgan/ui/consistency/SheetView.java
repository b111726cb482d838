package io.slimgan.ui.consistency;

import io.slimgan.base.Width;
import io.slimgan.session.ModelCosts;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * All that the sheet shows.
 *
 * @param widths the rows, narrowest first
 * @param columns left to right
 * @param classGrid whether the columns are the classes of one latent
 * @param imageSize of the run, in pixels
 * @param picture the images that were drawn last
 * @param costs of the run's networks, once they are known
 * @param zoom a fixed scale; empty to fit the view
 * @param dark whether the theme is dark
 */
record SheetView(
        List<Width> widths,
        List<SheetColumn> columns,
        boolean classGrid,
        int imageSize,
        Optional<GridPicture> picture,
        Optional<ModelCosts> costs,
        OptionalInt zoom,
        boolean dark) {

    Optional<ModelCosts.WidthCosts> costs(Width width) {
        return costs.flatMap(all ->
                all.widths().stream().filter(one -> one.width().equals(width)).findFirst());
    }

    /** Whether what is drawn in this column is of another seed or class than the column's. */
    boolean isPending(int column) {
        return picture.map(drawn -> !drawn.has(columns.get(column).key())).orElse(true);
    }
}
