package io.slimgan.ui.form;

import io.slimgan.session.EvaluationReference;
import io.slimgan.ui.common.FilePicker;
import io.slimgan.ui.image.Choice;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The real images that generated ones are held against: what kind, and where they lie. FX thread. */
public final class AgainstField {

    /** What generated images are held against. */
    private enum Kind {
        OWN("The run's dataset"),
        FOLDER("A folder of images"),
        STATISTICS("A statistics file");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    private final Choice<Kind> kind;
    private final PathField path;
    private final FormLine kindLine;
    private final FormLine pathLine;

    /**
     * @param id before {@code -against} in the editors' ids
     * @param lineId before {@code against} in the ids of what is wrong with them
     * @param onChange called after each change
     */
    public AgainstField(String id, String lineId, FilePicker files, Runnable onChange) {
        path = new PathField(id + "-against-path", "Folder or .npz", true, () -> pick(files), onChange);
        kind = new Choice<>(id + "-against", "The real images", List.of(Kind.values()), k -> k.words, onChange);
        kindLine = new FormLine(lineId + "against-kind", "Against", kind, "The real images that are compared with");
        pathLine = new FormLine(
                lineId + "against",
                "Path",
                path,
                "A folder of images, a dataset's folder, or mean and covariance in pytorch-fid's npz format");
        update();
    }

    /** The lines of a form, in order. */
    public List<FormLine> lines() {
        return List.of(kindLine, pathLine);
    }

    private Optional<Path> pick(FilePicker files) {
        return kind.getValue() == Kind.FOLDER
                ? files.folder("Choose a folder of images", path.path())
                : files.open("Choose a statistics file", "Mean and covariance", "npz");
    }

    /** Shows what belongs to the kind that is chosen. */
    public void update() {
        pathLine.setShown(kind.getValue() != Kind.OWN);
        path.setFolder(kind.getValue() == Kind.FOLDER);
    }

    /** Says what is wrong beside the path, or nothing. */
    public void show(Optional<String> problem) {
        pathLine.show(problem);
    }

    /** What is wrong with the choice, if anything. */
    public Optional<String> problem() {
        return switch (kind.getValue()) {
            case OWN -> Optional.empty();
            case STATISTICS -> path.problem();
            case FOLDER ->
                path.problem()
                        .or(() -> path.path()
                                .flatMap(EvaluationReference::refusal)
                                .map(AgainstField::asSentence));
        };
    }

    private static String asSentence(String rest) {
        return rest.substring(0, 1).toUpperCase(Locale.ROOT) + rest.substring(1);
    }

    /** Whether there is no more than mean and covariance. */
    public boolean isStatistics() {
        return kind.getValue() == Kind.STATISTICS;
    }

    /** What is chosen, where nothing is wrong with it. */
    public EvaluationReference reference() {
        Optional<Path> named = path.path();
        if (kind.getValue() == Kind.OWN || named.isEmpty()) {
            return new EvaluationReference.OwnDataset();
        }
        return kind.getValue() == Kind.FOLDER
                ? EvaluationReference.folder(named.get())
                : new EvaluationReference.Statistics(named.get());
    }
}
