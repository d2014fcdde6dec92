package org.crossborough.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.crossborough.local.state.Installation;

/**
 * A command as it was typed.
 *
 * @param words the command and its operands, without the options
 */
record CommandLine(List<String> words, Path state, ServerForm form, OptionalLong untilExit) {

  static CommandLine parse(String[] arguments) {
    List<String> words = new ArrayList<>();
    Path state = Installation.find().root().resolve(".state");
    ServerForm form = ServerForm.PROCESSES;
    OptionalLong untilExit = OptionalLong.empty();
    for (int i = 0; i < arguments.length; i++) {
      boolean beforeForeignCommand = !words.contains("as");
      if (beforeForeignCommand && arguments[i].equals("--state")) {
        state = Path.of(operand(arguments, ++i));
      } else if (beforeForeignCommand && arguments[i].equals("--as")) {
        form = ServerForm.chosen(operand(arguments, ++i));
      } else if (beforeForeignCommand && arguments[i].equals("--until-exit")) {
        untilExit = OptionalLong.of(Long.parseLong(operand(arguments, ++i)));
      } else {
        words.add(arguments[i]);
      }
    }
    return new CommandLine(List.copyOf(words), state, form, untilExit);
  }

  String command() {
    return words.isEmpty() ? "help" : words.getFirst();
  }

  String operand(String meaning) {
    if (words.size() < 2) {
      throw new IllegalArgumentException(command() + " needs " + meaning);
    }
    return words.get(1);
  }

  private static String operand(String[] arguments, int index) {
    if (index >= arguments.length) {
      throw new IllegalArgumentException(arguments[index - 1] + " needs a value");
    }
    return arguments[index];
  }
}
