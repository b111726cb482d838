package io.slimgan.data;

import io.slimgan.base.FileProblems;
import io.slimgan.base.RgbImages;
import io.slimgan.data.files.ImageSource;
import io.slimgan.data.official.StlFormat;
import io.slimgan.data.pixels.Resampler;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;

/** One of STL-10's files of images, read record by record where it lies: the large one has 2.7 GB. */
final class StlRecords implements ImageSource {

    private final Path path;
    private final int count;
    private final int imageSize;
    private final RandomAccessFile file;
    private final ReentrantLock lock = new ReentrantLock();

    /**
     * @param count of the records in the file
     * @throws io.slimgan.base.UserError if it cannot be opened
     */
    StlRecords(Path path, int count, int imageSize) {
        this.path = path;
        this.count = count;
        this.imageSize = imageSize;
        try {
            this.file = new RandomAccessFile(path.toFile(), "r");
        } catch (IOException e) {
            throw FileProblems.cannotRead(path, e);
        }
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public String nameOf(int index) {
        return "image " + index + " of " + path.getFileName();
    }

    @Override
    public byte[] image(int index) throws IOException {
        RgbImages image = StlFormat.image(record(index));
        return Resampler.resize(image, imageSize, imageSize).pixels();
    }

    private byte[] record(int index) throws IOException {
        byte[] record = new byte[StlFormat.RECORD];
        lock.lock();
        try {
            file.seek((long) index * StlFormat.RECORD);
            file.readFully(record);
        } finally {
            lock.unlock();
        }
        return record;
    }

    @Override
    public void close() {
        lock.lock();
        try {
            file.close();
        } catch (IOException e) {
            throw FileProblems.cannotRead(path, e);
        } finally {
            lock.unlock();
        }
    }
}
