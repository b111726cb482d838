package io.slimgan.ui.common;

import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons by meaning; which picture stands for it is decided here alone. */
public enum Icons {
    START(BootstrapIcons.PLAY_FILL),
    PAUSE(BootstrapIcons.PAUSE_FILL),
    STEP(BootstrapIcons.SKIP_END_FILL),
    STOP(BootstrapIcons.STOP_FILL),
    SAVE(BootstrapIcons.SAVE),
    NEW(BootstrapIcons.PLUS),
    OPEN(BootstrapIcons.FOLDER2_OPEN),
    EXPORT(BootstrapIcons.DOWNLOAD),
    RUNS(BootstrapIcons.LIST_UL),
    CURVES(BootstrapIcons.GRAPH_UP),
    GRID(BootstrapIcons.GRID_3X3_GAP),
    EXPLORE(BootstrapIcons.SLIDERS),
    QUALITY(BootstrapIcons.SPEEDOMETER2),
    REPORT(BootstrapIcons.FILE_EARMARK_BAR_GRAPH),
    ENGINE(BootstrapIcons.CPU),
    LIGHT(BootstrapIcons.SUN),
    DARK(BootstrapIcons.MOON_STARS),
    RESET(BootstrapIcons.ARROW_COUNTERCLOCKWISE),
    SHUFFLE(BootstrapIcons.SHUFFLE),
    LOCK(BootstrapIcons.LOCK_FILL),
    UNLOCK(BootstrapIcons.UNLOCK),
    COPY(BootstrapIcons.CLIPBOARD),
    WARNING(BootstrapIcons.EXCLAMATION_TRIANGLE_FILL),
    INFO(BootstrapIcons.INFO_CIRCLE),
    DELETE(BootstrapIcons.TRASH),
    REFRESH(BootstrapIcons.ARROW_REPEAT),
    LIVE(BootstrapIcons.BROADCAST),
    PREVIOUS(BootstrapIcons.CHEVRON_LEFT),
    NEXT(BootstrapIcons.CHEVRON_RIGHT),
    QUEUE(BootstrapIcons.LIST_OL),
    UP(BootstrapIcons.ARROW_UP),
    DOWN(BootstrapIcons.ARROW_DOWN),
    RANDOM(BootstrapIcons.DICE_5),
    ENLARGE(BootstrapIcons.ARROWS_ANGLE_EXPAND),
    SHRINK(BootstrapIcons.ARROWS_ANGLE_CONTRACT),
    DIFFERENCE(BootstrapIcons.SUBTRACT),
    PICTURE(BootstrapIcons.IMAGE),
    QUESTION(BootstrapIcons.QUESTION_CIRCLE),
    FOLDER(BootstrapIcons.FOLDER2),
    RENAME(BootstrapIcons.PENCIL),
    WATCH(BootstrapIcons.EYE),
    DONE(BootstrapIcons.CHECK_CIRCLE),
    CLOSE(BootstrapIcons.X),
    BACK(BootstrapIcons.ARROW_LEFT),
    UNDO(BootstrapIcons.ARROW_COUNTERCLOCKWISE),
    FILE(BootstrapIcons.FILE_EARMARK_TEXT),
    KEYBOARD(BootstrapIcons.KEYBOARD),
    IMAGES(BootstrapIcons.IMAGES),
    DATASET(BootstrapIcons.COLLECTION),
    CHOOSE(BootstrapIcons.CHEVRON_DOWN),
    EMPTY(BootstrapIcons.INBOX);

    private final BootstrapIcons picture;

    Icons(BootstrapIcons picture) {
        this.picture = picture;
    }

    /** A new node with this icon. FX thread. */
    public FontIcon node() {
        return FontIcon.of(picture);
    }
}
