package io.slimgan.session;

import io.slimgan.base.FileProblems;
import io.slimgan.base.RgbImages;
import io.slimgan.base.UserError;
import io.slimgan.data.files.BrokenImageException;
import io.slimgan.data.gallery.Findings;
import io.slimgan.data.gallery.Gallery;
import io.slimgan.data.gallery.GalleryCheck;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;

/** A gallery whose images are decoded on threads of this room. */
final class LocalDatasetBook implements DatasetBook {

    private static final List<String> COLOURS = List.of("Red", "Green", "Blue");

    private final Gallery gallery;
    private final Executor pictures;
    private final Executor background;
    private volatile boolean closed;

    /**
     * @param pictures decodes single images, few at a time
     * @param background checks all of them
     */
    LocalDatasetBook(Gallery gallery, Executor pictures, Executor background) {
        this.gallery = gallery;
        this.pictures = pictures;
        this.background = background;
    }

    @Override
    public String name() {
        return gallery.name();
    }

    @Override
    public int size() {
        return gallery.size();
    }

    @Override
    public int imageSize() {
        return gallery.imageSize();
    }

    @Override
    public List<String> classNames() {
        return gallery.classNames();
    }

    @Override
    public int label(int index) {
        return gallery.label(index);
    }

    @Override
    public List<String> notes() {
        return gallery.notes();
    }

    @Override
    public String nameOf(int index) {
        return gallery.nameOf(index);
    }

    @Override
    public boolean isOnDemand() {
        return gallery.isOnDemand();
    }

    @Override
    public CompletableFuture<RgbImages> image(int index) {
        CompletableFuture<RgbImages> future = new CompletableFuture<>();
        try {
            pictures.execute(() -> decode(index, future));
        } catch (RejectedExecutionException e) {
            future.completeExceptionally(new IllegalStateException("This engine room is closed.", e));
        }
        return future;
    }

    private void decode(int index, CompletableFuture<RgbImages> future) {
        if (future.isDone()) {
            return; // scrolled away before its turn came
        }
        try {
            int size = gallery.imageSize();
            future.complete(new RgbImages(1, size, size, gallery.image(index)));
        } catch (BrokenImageException e) {
            future.completeExceptionally(new UserError(gallery.nameOf(index) + ": " + e.reason() + ".", e));
        } catch (IOException e) {
            future.completeExceptionally(new UserError(gallery.nameOf(index) + ": " + FileProblems.reason(e) + ".", e));
        } catch (Throwable e) {
            // Also an error of the machine is told to whoever asked.
            future.completeExceptionally(e);
        }
    }

    @Override
    public DatasetJob<DatasetFindings> check() {
        LocalDatasetJob<DatasetFindings> job = new LocalDatasetJob<>(
                new EvaluationProgress("Checking images", 0, gallery.size()),
                progress -> findings(GalleryCheck.of(
                        gallery, (what, done, total) -> progress.progress(what, done, total) && !closed)));
        job.on(background);
        return job;
    }

    private static DatasetFindings findings(Findings found) {
        List<DatasetFindings.Channel> channels = found.grey()
                ? List.of(new DatasetFindings.Channel(
                        "Grey", found.mean().get(0), found.deviation().get(0)))
                : IntStream.range(0, COLOURS.size())
                        .mapToObj(c -> new DatasetFindings.Channel(
                                COLOURS.get(c),
                                found.mean().get(c),
                                found.deviation().get(c)))
                        .toList();
        return new DatasetFindings(
                found.checked(),
                found.checked() == 0 ? List.of() : channels,
                found.duplicates(),
                found.broken().stream()
                        .map(one -> new DatasetFindings.BrokenFile(one.index(), one.reason()))
                        .toList());
    }

    @Override
    public void close() {
        closed = true;
        gallery.close();
    }
}
