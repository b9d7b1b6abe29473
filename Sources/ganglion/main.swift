// The program: everything is in CLI.
import CLI

RootCommand.start()
