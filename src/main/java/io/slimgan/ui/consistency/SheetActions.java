package io.slimgan.ui.consistency;

/** What the reader does on the sheet. Rows and columns are those of the whole grid. */
interface SheetActions {

    /** Looks closely at one column. */
    void enlarge(int row, int column);

    /** Draws this column from another seed. */
    void setSeed(int column, long seed);

    /** Draws this column from a new random seed. */
    void renew(int column);

    /** Keeps the column's seed when new ones are drawn, or no longer. */
    void toggleLock(int column);

    /** Draws all columns in this class. */
    void chooseClass(int label);

    /** Puts the column's seed on the clipboard. */
    void copySeed(int column);
}
