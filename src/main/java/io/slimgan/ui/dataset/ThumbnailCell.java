package io.slimgan.ui.dataset;

import io.slimgan.base.RgbImages;
import io.slimgan.ui.common.Icons;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.value.ObservableIntegerValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.GridCell;
import org.jspecify.annotations.Nullable;

/** One place of the contact sheet: asks for its image when it comes into sight, lets go when it leaves. FX thread. */
final class ThumbnailCell extends GridCell<Integer> {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Supplier<Optional<ThumbnailStore>> store;
    private final ObservableIntegerValue chosen;
    private final ImageView view = new ImageView();
    private final Node broken = Icons.WARNING.node();
    private final StackPane frame = new StackPane(view, broken);
    private final InvalidationListener marking = observable -> mark();
    private Optional<CompletableFuture<RgbImages>> asked = Optional.empty();

    /**
     * @param chosen the index of the chosen image; -1 without one
     * @param onChosen called with the index of an image that is clicked on
     */
    ThumbnailCell(Supplier<Optional<ThumbnailStore>> store, ObservableIntegerValue chosen, IntConsumer onChosen) {
        this.store = store;
        this.chosen = chosen;
        getStyleClass().add("thumbnail");
        frame.getStyleClass().add("thumbnail-frame");
        broken.getStyleClass().add("broken");
        broken.setVisible(false);
        setOnMousePressed(event -> {
            Integer index = getItem();
            if (index != null) {
                onChosen.accept(index);
            }
        });
        // Weakly: the sheet outlives cells that the toolkit throws away.
        chosen.addListener(new WeakInvalidationListener(marking));
    }

    // The toolkit hands null to a cell that is out of use.
    @Override
    protected void updateItem(@Nullable Integer index, boolean empty) {
        super.updateItem(index, empty);
        asked.ifPresent(future -> future.cancel(true));
        asked = Optional.empty();
        mark();
        Optional<ThumbnailStore> source = store.get();
        if (empty || index == null || source.isEmpty()) {
            setGraphic(null);
            return;
        }
        setGraphic(frame);
        frame.setMinSize(source.get().side(), source.get().side());
        Optional<ThumbnailStore.Thumbnail> known = source.get().find(index);
        if (known.isPresent()) {
            show(known.get());
            return;
        }
        view.setImage(null);
        broken.setVisible(false);
        asked = Optional.of(source.get().ask(index, thumbnail -> {
            if (index.equals(getItem())) {
                show(thumbnail);
            }
        }));
    }

    private void show(ThumbnailStore.Thumbnail thumbnail) {
        asked = Optional.empty();
        view.setImage(thumbnail.picture().orElse(null));
        broken.setVisible(thumbnail.picture().isEmpty());
    }

    private void mark() {
        Integer index = getItem();
        pseudoClassStateChanged(CHOSEN, index != null && index == chosen.get());
    }
}
