package io.slimgan.ui.dataset;

import impl.org.controlsfx.skin.GridViewSkin;
import io.slimgan.session.DatasetBook;
import io.slimgan.ui.common.Fx;
import java.util.AbstractList;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.GridView;

/**
 * A dataset's images in rows that scroll: as many cells as can be seen, however large the set is. Arrow keys, Page Up, Page
 * Down, Home and End move the choice; plus and minus change the size. FX thread.
 */
final class ContactSheet extends StackPane {

    private static final int MOST_SIDE = 256;
    private static final int FIRST_SIDE = 56;
    private static final double GAP = 2;
    private static final double FRAME = 2;

    private final GridView<Integer> grid = new GridView<>();
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyIntegerWrapper scale = new ReadOnlyIntegerWrapper(1);
    private final IntConsumer onChosen;
    private Optional<DatasetBook> book = Optional.empty();
    private Optional<ThumbnailStore> store = Optional.empty();
    private int[] shown = {};

    /** @param onChosen called with the index of the image that is chosen; -1 if none is any more */
    ContactSheet(IntConsumer onChosen) {
        this.onChosen = onChosen;
        grid.setId("contact-sheet");
        grid.setCellFactory(view -> new ThumbnailCell(() -> store, chosen, this::clicked));
        grid.setHorizontalCellSpacing(GAP);
        grid.setVerticalCellSpacing(GAP);
        grid.setFocusTraversable(true);
        grid.setAccessibleText("Images; arrow keys choose one");
        grid.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        grid.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> grid.requestFocus());
        // What stands below the sheet comes and goes with the choice, which must stay in sight.
        grid.heightProperty().addListener((observable, before, now) -> Fx.later(this::showChosen));
        getChildren().add(grid);
    }

    private void showChosen() {
        int place = placeOf(chosen.get());
        if (place >= 0) {
            scrollTo(place);
        }
    }

    /** Each pixel is drawn as a square of so many. */
    ReadOnlyIntegerProperty scale() {
        return scale.getReadOnlyProperty();
    }

    /** The index of the chosen image; -1 without one. */
    int chosen() {
        return chosen.get();
    }

    /** How many images stand on the sheet. */
    int count() {
        return shown.length;
    }

    /** Shows these images of a set, in this order. */
    void show(DatasetBook opened, int... indices) {
        boolean other = !book.equals(Optional.of(opened));
        book = Optional.of(opened);
        if (other) {
            zoom(firstScale(opened));
        }
        list(indices);
    }

    /** Shows nothing, and lets go of the set. */
    void clear() {
        list();
        book = Optional.empty();
        store = Optional.empty();
    }

    private void list(int... indices) {
        shown = indices.clone();
        choose(-1);
        fill();
        scrollTo(0);
    }

    private void fill() {
        int[] listed = shown;
        grid.setItems(FXCollections.observableList(new AbstractList<>() {
            @Override
            public Integer get(int place) {
                return listed[place];
            }

            @Override
            public int size() {
                return listed.length;
            }
        }));
    }

    private static int firstScale(DatasetBook opened) {
        return Math.max(1, (FIRST_SIDE + opened.imageSize() - 1) / opened.imageSize());
    }

    /** The largest scale that still leaves several images in a row. */
    int largestScale() {
        return book.map(open -> Math.max(1, MOST_SIDE / open.imageSize())).orElse(1);
    }

    /** Draws each pixel as a square of so many. */
    void zoom(int wanted) {
        book.ifPresent(open -> {
            int place = placeOf(chosen.get());
            scale.set(Math.max(1, Math.min(largestScale(), wanted)));
            ThumbnailStore pictures = new ThumbnailStore(open, scale.get());
            store = Optional.of(pictures);
            grid.setCellWidth(pictures.side() + 2 * FRAME);
            grid.setCellHeight(pictures.side() + 2 * FRAME);
            fill(); // the cells ask anew, at the new size
            scrollTo(Math.max(0, place));
        });
    }

    /** Chooses an image and brings it into sight; one that is not on the sheet is not chosen. */
    void choose(int index) {
        int place = placeOf(index);
        chosen.set(place < 0 ? -1 : index);
        onChosen.accept(chosen.get());
        if (place >= 0) {
            scrollTo(place);
        }
    }

    private void clicked(int index) {
        chosen.set(index);
        onChosen.accept(index);
    }

    private int placeOf(int index) {
        for (int place = 0; place < shown.length; place++) {
            if (shown[place] == index) {
                return place;
            }
        }
        return -1;
    }

    private void key(KeyEvent event) {
        int place = placeOf(chosen.get());
        int row = perRow();
        switch (event.getCode()) {
            case RIGHT -> move(place + 1);
            case LEFT -> move(place - 1);
            case DOWN -> move(place < 0 ? 0 : Math.min(shown.length - 1, place + row));
            case UP -> move(place - row < 0 ? place : place - row);
            case PAGE_DOWN -> move(Math.min(shown.length - 1, Math.max(0, place) + row * rows()));
            case PAGE_UP -> move(Math.max(0, place - row * rows()));
            case HOME -> move(0);
            case END -> move(shown.length - 1);
            case PLUS, ADD, EQUALS -> zoom(scale.get() + 1);
            case MINUS, SUBTRACT -> zoom(scale.get() - 1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int place) {
        if (place >= 0 && place < shown.length) {
            choose(shown[place]);
        }
    }

    private int perRow() {
        return grid.getSkin() instanceof GridViewSkin<?> skin ? Math.max(1, skin.computeMaxCellsInRow()) : 1;
    }

    private int rows() {
        return Math.max(1, (int) (grid.getHeight() / (grid.getCellHeight() + 2 * GAP)));
    }

    private void scrollTo(int place) {
        if (grid.lookup(".virtual-flow") instanceof VirtualFlow<?> flow && flow.getCellCount() > 0) {
            int row = Math.min(place / perRow(), flow.getCellCount() - 1);
            boolean above = flow.getFirstVisibleCell() == null
                    || flow.getFirstVisibleCell().getIndex() >= row;
            boolean below = flow.getLastVisibleCell() == null
                    || flow.getLastVisibleCell().getIndex() <= row;
            if (above) {
                flow.scrollToTop(row);
            } else if (below) {
                flow.scrollTo(row);
                flow.scrollTo(row); // the first moves by a whole row and may leave this one half in sight
            }
        }
    }
}
