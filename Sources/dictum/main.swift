import DictumCLI
import Glibc

exit(CommandLineTool(plugins: builtInPlugins).run(Array(CommandLine.arguments.dropFirst())))
