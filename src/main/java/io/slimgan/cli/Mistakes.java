package io.slimgan.cli;

import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells a mistake in options and arguments in a line or two instead of with the whole usage text. */
final class Mistakes implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException mistake, String[] args) {
        CommandLine command = mistake.getCommandLine();
        Failures.print(command, String.valueOf(mistake.getMessage()));
        if (!UnmatchedArgumentException.printSuggestions(mistake, command.getErr())) {
            command.getErr().println("See: " + command.getCommandSpec().qualifiedName() + " --help");
        }
        command.getErr().flush();
        return Failures.WRONG_INPUT;
    }
}
