import DictumCLI
import Glibc

let tool = CommandLineTool(plugins: builtInPlugins, stamp: buildStamp, buildFolder: buildFolder)
exit(tool.run(Array(CommandLine.arguments.dropFirst())))
