package io.slimgan.ui.consistency;

/**
 * What stands above the columns.
 *
 * @param digits of the longest seed
 * @param longestClass length of the longest class name on the screen; 0 for a run without classes
 * @param classGrid whether all columns have one seed, which then stands beside them
 */
record SheetHeads(int digits, double longestClass, boolean classGrid) {

    /** Room for the seed over the step in the corner. */
    private static final double CORNER = 46;

    static SheetHeads of(SheetView view) {
        int digits = view.columns().stream()
                .mapToInt(column -> Long.toString(column.seed()).length())
                .max()
                .orElse(1);
        double longest = view.columns().stream()
                .map(SheetColumn::className)
                .distinct()
                .mapToDouble(name -> name.isEmpty() ? 0 : ClassHead.length(name))
                .max()
                .orElse(0);
        return new SheetHeads(digits, longest, view.classGrid());
    }

    boolean hasSeeds() {
        return !classGrid;
    }

    boolean hasClasses() {
        return longestClass > 0;
    }

    /** The height of the classes over cells of this size. */
    double classHeight(int cell) {
        return ClassHead.height(cell, longestClass);
    }

    /** The height of everything over cells of this size. */
    double height(int cell) {
        return classGrid ? Math.max(CORNER, classHeight(cell)) : classHeight(cell) + ColumnHead.height(cell, digits);
    }
}
