package io.slimgan.ui.main;

import io.slimgan.session.EngineRoom;
import io.slimgan.ui.common.Dialogs;
import io.slimgan.ui.common.FilePicker;
import java.util.concurrent.Executor;

/**
 * What the shell works with.
 *
 * @param room the engine room; closed by whoever made it
 * @param dialogs asks and tells
 * @param files asks for files and folders
 * @param background runs what reads files or waits, off the FX thread
 */
record ShellTools(EngineRoom room, Dialogs dialogs, FilePicker files, Executor background) {}
