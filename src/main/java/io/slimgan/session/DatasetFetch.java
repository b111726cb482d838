package io.slimgan.session;

import java.nio.file.Path;

/**
 * A download of a dataset on its way: progress in bytes of all its files; what has come when it is cancelled is kept for the
 * next time; the result is the folder to name as {@code data.path}, once every file is there and checked.
 */
public interface DatasetFetch extends DatasetJob<Path> {}
